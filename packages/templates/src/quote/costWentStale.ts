/** A move that goes by itself once the cost sheet no longer holds. */
export const costWentStale = {
  by: "condition" as const,
  condition: { when: "!record.?costSheet.?valid.orValue(false)" },
};
