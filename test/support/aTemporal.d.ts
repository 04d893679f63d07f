import type { TheTemporal } from "../../scripts/testing/handedServers.ts";
/** A Temporal for one suite. */
export interface TestTemporal extends TheTemporal {
    /** Begins every id and queue of the suite, so that suites on one server never meet. */
    readonly epoch: string;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
/** The throw-away Temporal of this run, with an epoch of one's own. */
export declare const aTemporal: () => Promise<TestTemporal>;
