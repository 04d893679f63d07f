/** What a log line keeps of a fault: kind, code, message and where. Not the rows and parameters that drivers hang on it. */
export const faultForLog = (cause: unknown): Record<string, unknown> => {
  if (!(cause instanceof Error)) return { kind: typeof cause };
  return {
    kind: cause.name,
    message: cause.message.slice(0, 500),
    ...("code" in cause ? { code: cause.code } : {}),
    stack: cause.stack
      ?.split("\n")
      .slice(1, 12)
      .map((line) => line.trim()),
    ...(cause.cause === undefined ? {} : { cause: faultForLog(cause.cause) }),
  };
};
