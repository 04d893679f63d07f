/** A span of working days. */
export const workingDays = (amount: number) => ({ amount, unit: "day" as const, calendar: "working" as const });
