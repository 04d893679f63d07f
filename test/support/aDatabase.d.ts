/** A database of one suite. */
export interface TestDatabase {
    /** As the app's role. */
    readonly url: string;
    /** As the owner. */
    readonly ownerUrl: string;
    /** As superuser, for looking behind the door only. */
    readonly superuserUrl: string;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}
/**
 * A database of one's own with every migration applied, on the throw-away Postgres of this run.
 *
 * Copied from a template that is migrated once a run. fsync is on, both roles are the real ones: what the app may not do in
 * production it may not do here.
 */
export declare const aDatabase: () => Promise<TestDatabase>;
