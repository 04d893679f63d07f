import type { ProcessDefinitionInput } from "@sluice/process";
import { workingDays } from "../workingDays.ts";

type Node = ProcessDefinitionInput["nodes"][number];
type Approval = Extract<Node, { kind: "approval" }>;

/** One step of the ladder: never the initiator's own, the offer locked meanwhile, reminded of before it is late. */
const approval = (step: Pick<Approval, "id" | "name" | "who" | "onSelf">): Approval => ({
  ...step,
  kind: "approval",
  stage: "asked",
  mode: { by: "any" },
  onEmpty: { do: "admin" },
  noSelfEver: true,
  comment: { reject: "required" },
  watchedFields: ["total", "margin"],
  lockRecord: true,
  lockExcept: ["note"],
  sla: {
    due: workingDays(1),
    ladder: [
      { after: { amount: 4, unit: "hour", calendar: "working" }, action: { do: "remind" } },
      { after: workingDays(2), action: { do: "manager", level: 1 } },
    ],
  },
});

/** Who decides on a special price, by margin: the sales head, then finance, then the general manager. */
export const priceApprovals: readonly Node[] = [
  { id: "margin", kind: "branch", stage: "asked", name: { en: "Margin", zh: "毛利率" } },
  approval({
    id: "salesHead",
    name: { en: "Sales head agrees", zh: "销售负责人审批" },
    who: [{ by: "role", role: "salesManager" }],
    onSelf: "manager",
  }),
  { id: "thinMargin", kind: "branch", stage: "asked", name: { en: "Thin margin", zh: "低毛利" } },
  approval({
    id: "finance",
    name: { en: "Finance agrees", zh: "财务审批" },
    who: [{ by: "role", role: "finance" }],
    onSelf: "departmentHead",
  }),
  { id: "belowCost", kind: "branch", stage: "asked", name: { en: "Below cost", zh: "低于成本" } },
  approval({
    id: "generalManager",
    name: { en: "General manager agrees", zh: "总经理审批" },
    who: [{ by: "role", role: "generalManager" }],
    onSelf: "skip",
  }),
];
