import { type RunningPostgres, type RunningTemporal } from "@sluice/embedded";
/** Servers that belong to one suite alone, to be killed and started again as it likes. */
export interface OwnServers {
    readonly dataDir: string;
    /** Starts Postgres, adopts the one that runs, or starts it again after a kill: on the same port as far as it is free. */
    postgres(): Promise<RunningPostgres>;
    temporal(): Promise<RunningTemporal>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
/** A data folder of one's own for suites that kill servers. */
export declare const ownServers: () => OwnServers;
