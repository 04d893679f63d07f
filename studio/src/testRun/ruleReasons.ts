import type { StoryGiven } from "@sluice/process";

type Reasons = NonNullable<StoryGiven["rules"]>[string];

const known: Readonly<Record<string, Reasons>> = {
  "quote.costSigned": [{ code: "COST_NOT_SIGNED", values: { reason: "unsigned" } }],
  "quote.maySend": [{ code: "COST_NOT_SIGNED", values: { reason: "unsigned" } }],
};

/** Why a rule of the trade does not hold in a run, once somebody says that it does not. */
export const reasonsAgainst = (rule: string): Reasons => known[rule] ?? [{ code: "GUARD_CLOSED" }];
