/** The most that one file may hold; reading, memory and the time people wait are bounded by it. */
export const IMPORT_LIMITS = {
  bytes: 200 * 1024 * 1024,
  rows: 200_000,
  columns: 200,
  cellCharacters: 20_000,
  batch: 500,
  errorsShown: 200,
} as const;
