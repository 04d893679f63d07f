/** So many states and ways are looked at for one question before it counts as not proved: seconds, not minutes. */
export const PROOF_LIMITS = { states: 10_000, ways: 30_000 } as const;
