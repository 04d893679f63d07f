import { type ThePostgres, type TheTemporal } from "../../scripts/testing/handedServers.ts";
/** The throw-away Postgres of this run: the runner's, else one of this process, started on first use. */
export declare const thePostgres: () => Promise<ThePostgres>;
/** The throw-away Temporal of this run: the runner's, else one of this process, started on first use. */
export declare const theTemporal: () => Promise<TheTemporal>;
