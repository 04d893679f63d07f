type Raw = Readonly<Record<string, unknown>>;

/** How a definition of one format becomes one of the next: the first entry upgrades format 1. Empty while there is only one. */
export const upgrades: readonly ((older: Raw) => Raw)[] = [];
