import { type WorkingCalendar, workingClock } from "@sluice/domain";
import { zoneOffset } from "@sluice/records";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How far back a stay may have begun: a longer one counts as this long. */
const LONGEST_DAYS = 400;

/** A stay at a step that has ended, in epoch milliseconds. */
export interface EndedStay {
  readonly entered: number;
  readonly left: number;
}

/** How long stays took in working minutes, each in its place. */
export const workedMinutes = (stays: readonly EndedStay[], calendar: WorkingCalendar): readonly number[] => {
  const toMs = stays.reduce((latest, { left }) => Math.max(latest, left), 0);
  const fromMs = stays.reduce((first, { entered }) => Math.min(first, entered), toMs);
  const worked = workingClock({ fromMs: Math.max(fromMs, toMs - LONGEST_DAYS * DAY_MS), toMs }, calendar, zoneOffset);
  return stays.map(({ entered, left }) => worked(entered, left) / MINUTE_MS);
};

/** The value below or at which a share of values lies: one of them, never one between two; null without any. */
export const quantile = (values: readonly number[], share: number): number | null => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
};
