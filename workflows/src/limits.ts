/** How many directives one run takes in before it goes on as a new one; history stays short by it. */
export interface Limits {
  /** From here nothing new is started; as soon as nothing runs, the run continues as new. */
  readonly quietFrom: number;
  /** Here it continues as new even while effects run: they are begun again, idempotently. */
  readonly regardlessAt: number;
}

export const LIMITS: Limits = { quietFrom: 1_000, regardlessAt: 5_000 };
