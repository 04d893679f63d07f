import type { Problem } from "@sluice/problems";
import type { Happening } from "./event.ts";
import type { Json } from "./json.ts";
import type { Step } from "./step.ts";

/** Records that a machine's step could not be taken; it waits for an admin. */
export const raiseIncident = (
  step: Step,
  at: { readonly node: string; readonly token: string | null; readonly wait: string | null },
  cause: Problem,
  happening: Happening,
): void => {
  const id = `i${step.newKey()}`;
  const { code } = cause;
  const values = cause.values as { readonly [key: string]: Json };
  step.state.incidents = [
    ...step.state.incidents,
    { id, ...at, code, values, raisedAt: step.event.at, happening: happening as unknown as Json },
  ];
  step.writes.push({ write: "raiseIncident", incident: id, node: at.node, code, values });
};
