import { STORY_LIMITS, type StoryGiven } from "@sluice/process";
import type { Catalogue } from "../canvas/sayings/catalogue.ts";
import { playedFirm } from "./playedFirm.ts";

const DAY_MS = 86_400_000;
/** 1970-01-05 was a Monday; nine in Shanghai is one in UTC. */
const A_MONDAY_AT_NINE_MS = 4 * DAY_MS + 3_600_000;

/** The Monday at nine that comes next, in Shanghai. */
export const nextMonday = (nowMs: number): string => {
  const weeks = Math.ceil((nowMs - A_MONDAY_AT_NINE_MS) / (7 * DAY_MS));
  return new Date(A_MONDAY_AT_NINE_MS + weeks * 7 * DAY_MS).toISOString();
};

/** What a new run begins from: the small firm, an empty record, all rules hold, and next Monday at nine. */
export const freshGiven = ({ roles }: Pick<Catalogue, "roles">, nowMs: number): StoryGiven => ({
  ...playedFirm(roles, STORY_LIMITS.people),
  at: nextMonday(nowMs),
  record: {},
  expect: [],
});
