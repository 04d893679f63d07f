import type { CaseEvent, Intervention } from "./event.ts";
import { findPeople } from "./people.ts";
import { nodeIn } from "./plan.ts";
import type { Step } from "./step.ts";

/** The step that an act is about; null for what concerns the whole case, and for what is not there. */
const stepOf = (step: Step, act: Intervention): string | null => {
  switch (act.do) {
    case "retry":
    case "skip":
    case "compensate":
      return step.state.incidents.find((it) => it.id === act.incident)?.node ?? null;
    case "reassign":
      return step.state.waits.find((it) => it.kind === "task" && it.id === act.task)?.node ?? null;
    case "jump":
    case "suspend":
    case "resume":
    case "cancel":
      return null;
  }
};

/**
 * Refuses an act by somebody whom its step does not name for it.
 *
 * @problem NOT_ALLOWED - the step names others, or nobody; what concerns the whole case is for admins alone
 */
export const assertNamed = (step: Step, { act, actor }: CaseEvent & { type: "intervene" }): void => {
  const id = stepOf(step, act);
  const node = id === null ? null : nodeIn(step.plan, id);
  const rules = node?.permissions?.intervene ?? [];
  const named = node === null ? [] : findPeople(step, rules, node.name.en);
  if (actor.kind !== "person" || !named.some(({ personId }) => personId === actor.personId))
    step.stop("NOT_ALLOWED", { action: act.do, recordType: "case" });
};
