/**
 * Waits until `look` answers something that `holds`, and answers that.
 *
 * Generous by default; when time is up the error shows the last state that was seen, or the last error.
 */
export const eventually = async <State>(
  look: () => State | Promise<State>,
  holds: (state: State) => boolean = Boolean,
  { within = 30_000, every = 50 }: { within?: number; every?: number } = {},
): Promise<State> => {
  const deadlineMs = Date.now() + within;
  let last = "nothing was seen";
  for (;;) {
    try {
      const state = await look();
      if (holds(state)) return state;
      last = JSON.stringify(state, null, 1);
    } catch (cause) {
      last = String(cause);
    }
    if (Date.now() >= deadlineMs) throw new Error(`not within ${within} ms; last seen: ${last}`);
    await new Promise((resolve) => {
      setTimeout(resolve, every);
    });
  }
};
