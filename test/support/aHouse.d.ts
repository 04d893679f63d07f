import { type ProcessMark } from "@sluice/embedded";
/** What `npm start` keeps running, and the one that keeps it. */
export type HousePart = "house" | "postgres" | "temporal" | "server" | "worker";
/** A whole Sluice of one suite, as `npm start` runs it. */
export interface TestHouse {
    readonly address: string;
    readonly dataDir: string;
    /** Everything it has said so far. */
    said(): string;
    /** The process of one part as it is now; `null` while there is none. */
    partMark(part: HousePart): ProcessMark | null;
    /** kill -9 of one part. */
    kill(part: HousePart): void;
    /** Ends it as Ctrl-C does; the data stay until `close`. Answers the exit code. */
    stop(): Promise<number | null>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
/**
 * Starts a house on a data folder of its own and any free ports, and waits until it says that it is ready.
 *
 * With `dataDir` of an earlier house it starts on that one's data, which then are the earlier one's to remove.
 */
export declare const aHouse: ({ dataDir, env, within, }?: {
    dataDir?: string;
    env?: NodeJS.ProcessEnv;
    within?: number;
}) => Promise<TestHouse>;
