/** What a suite must know of the throw-away Postgres of this run. */
export interface ThePostgres {
  readonly superuserUrl: string;
  readonly url: string;
  readonly ownerUrl: string;
}

/** What a suite must know of the throw-away Temporal of this run. */
export interface TheTemporal {
  readonly address: string;
  readonly namespace: string;
}

/** The variables by which the runner hands its servers down to the suites, as JSON. */
export const HANDED_POSTGRES = "SLUICE_TEST_POSTGRES";
export const HANDED_TEMPORAL = "SLUICE_TEST_TEMPORAL";
