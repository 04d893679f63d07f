const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Tells the door what came of work that is done, again and again until it answers or `withinMs` is over; then throws the last
 * error. A short outage of Postgres so never makes the outside world do the same thing twice.
 */
export const untilTold = async <Answer>(tell: () => Promise<Answer>, withinMs: number): Promise<Answer> => {
  const deadlineMs = Date.now() + withinMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await tell();
    } catch (outage) {
      if (Date.now() + pauseMs >= deadlineMs) throw outage;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs);
    });
  }
};
