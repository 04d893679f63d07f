import type { ProcessDefinitionInput } from "@sluice/process";
import { marginAtLeast } from "./marginAtLeast.ts";

type Control = NonNullable<ProcessDefinitionInput["controls"]>[number];

const agreed = { at: "stage" as const, stage: "agreed" };
const approvedBy = (step: string) => ({ at: "step" as const, step, outcome: "approved" });

/** Below this margin, no price is agreed that this step has not approved. */
const decides = (id: string, share: string, step: string): Control => ({
  id,
  must: "passes",
  when: `!(${marginAtLeast(share)})`,
  through: approvedBy(step),
  before: agreed,
});

const notTheirOwn = (id: string, step: string): Control => ({
  id,
  must: "notSamePerson",
  point: { at: "initiator" },
  other: approvedBy(step),
});

/** The ladder as what must hold, whatever is drawn later: who has decided by which margin, and nobody their own request. */
export const priceControls: Control[] = [
  decides("headDecides", "0.25", "salesHead"),
  decides("financeDecides", "0.15", "finance"),
  decides("managerDecides", "0", "generalManager"),
  notTheirOwn("headNotInitiator", "salesHead"),
  notTheirOwn("financeNotInitiator", "finance"),
];
