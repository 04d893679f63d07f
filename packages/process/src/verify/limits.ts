/**
 * So many states are visited, and so many questions asked of the kernel, for one kind of question before it counts as not
 * proved: seconds, not minutes. They are counted, not timed, so a definition that is proved on one machine is proved on any.
 */
export const PROOF_LIMITS = { states: 10_000, ways: 20_000 } as const;
