import { moveDue } from "../nodes/work/ladder.ts";
import type { Token } from "./state.ts";
import type { Step } from "./step.ts";

/** When the work at a token is due, as its step keeps it; null where it has no time limit. */
const dueOf = ({ data }: Token): string | null =>
  data !== null && typeof data === "object" && "dueAt" in data && typeof data.dueAt === "string" ? data.dueAt : null;

/** Moves the time at which each piece of open work is due on by as long as the case was suspended since the work began. */
export const shiftDue = (step: Step, suspendedAt: string): void => {
  const works = step.state.tokens.flatMap((token) => {
    const dueAt = dueOf(token);
    return dueAt === null
      ? []
      : [{ token, dueAt, from: token.enteredAt > suspendedAt ? token.enteredAt : suspendedAt }];
  });
  const shifted = step.look(
    works.map(({ dueAt, from }) => ({ fact: "shifted", at: dueAt, from, to: step.event.at })),
  ) as readonly string[];
  for (const [index, { token }] of works.entries()) moveDue(step, token, shifted[index] as string);
};
