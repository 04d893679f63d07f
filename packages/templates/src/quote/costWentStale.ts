/** A move that goes by itself once the quote's cost is no longer cleared: neither signed for what stands, nor overridden for it. */
export const costWentStale = {
  by: "condition" as const,
  condition: { when: "!record.?costCleared.orValue(false)" },
};
