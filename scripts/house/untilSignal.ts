/** A signal that aborts on the first Ctrl-C, SIGTERM or SIGHUP; later ones change nothing, the clean end is under way. */
export const untilSignal = (onFirst: () => void): AbortSignal => {
  const end = new AbortController();
  const ask = (): void => {
    if (end.signal.aborted) return;
    onFirst();
    end.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, ask);
  return end.signal;
};
