import type { Story } from "@sluice/process";

const MINUTE_MS = 60_000;
const offsetMsOf = ({ given }: Pick<Story, "given">): number => (given.calendar?.offsetMinutes ?? 480) * MINUTE_MS;

/** An instant as the clocks of a story's firm show it, `2026-11-23T09:00`. */
export const wallTimeOf = (story: Pick<Story, "given">, at: string): string =>
  new Date(Date.parse(at) + offsetMsOf(story)).toISOString().slice(0, 16);

/** The instant at which the clocks of a story's firm show a time; null for what is none. */
export const instantOfWallTime = (story: Pick<Story, "given">, wall: string): string | null => {
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(wall) ? Date.parse(`${wall}:00.000Z`) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms - offsetMsOf(story)).toISOString();
};
