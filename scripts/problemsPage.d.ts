/** The page that lists every code a person can be refused with, from the catalogue. */
export declare const problemsPage: () => string;
/** Where the page stands. */
export declare const problemsPagePath: string;
