/** The sweep as an install has it; only the suite makes its times shorter. */
export const AS_INSTALLED = { SWEEP_EVERY_MS: "30000", SWEEP_OVERDUE_MS: "60000" };
