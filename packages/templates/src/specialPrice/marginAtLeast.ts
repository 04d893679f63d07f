/** The condition that a quote's margin is known and reaches a share; a margin that is not known reaches none. */
export const marginAtLeast = (share: string): string => `has(record.margin) && record.margin >= ${share}`;
