/** The first line of what went wrong: the expression language draws the place below it. */
export const firstLine = (cause: unknown): string =>
  cause instanceof Error ? (cause.message.split("\n")[0] ?? cause.message) : "unknown";
