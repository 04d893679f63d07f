/**
 * Plays every story on a real server and keeps its history. To be run whenever the carrier is to behave in a new way on purpose,
 * after the old histories have passed with the change behind a flag: `suffix` keeps the old files beside the new ones.
 */
export declare const recordHistories: (suffix: string) => Promise<readonly string[]>;
