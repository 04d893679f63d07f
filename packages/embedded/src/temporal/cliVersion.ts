/** The version of the Temporal CLI that is fetched or built: the last that `go install` builds (server 1.29.1 inside). */
export const CLI_VERSION = "v1.5.1";
