import type { ProcessDefinitionInput } from "@sluice/process";
import { workingDays } from "../workingDays.ts";
import { costSigned } from "./costSigned.ts";
import { costWentStale } from "./costWentStale.ts";

/** The approval of a quote: the cost once more, then the manager and finance by discount. */
export const approvalStage: ProcessDefinitionInput["nodes"] = [
  {
    id: "approval",
    kind: "stage",
    key: "approval",
    order: 2,
    name: { en: "In approval", zh: "审批中" },
    probability: 40,
    milestone: "quote.submitted",
    entry: "costReady",
    moves: [
      {
        id: "takeBack",
        name: { en: "Take back", zh: "撤回" },
        to: "draft",
        trigger: { by: "person", who: [{ by: "initiator" }, { by: "owner" }] },
        reason: "optional",
      },
      { id: "costChanged", name: { en: "Cost changed", zh: "成本有变" }, to: "approval", trigger: costWentStale },
    ],
  },
  {
    id: "costReady",
    kind: "guard",
    stage: "approval",
    name: { en: "Cost sheet signed", zh: "成本单已签核" },
    mode: "hold",
    guard: costSigned,
  },
  { id: "ladder", kind: "branch", stage: "approval", name: { en: "Discount", zh: "折扣" } },
  {
    id: "managerApproval",
    kind: "approval",
    stage: "approval",
    name: { en: "Manager approval", zh: "经理审批" },
    who: [{ by: "manager", level: 1, of: "initiator" }],
    mode: { by: "any" },
    onEmpty: { do: "admin" },
    onSelf: "manager",
    noSelfEver: true,
    watchedFields: ["effectiveDiscount", "total"],
    lockRecord: true,
    lockExcept: ["note"],
    sendBack: { to: "initiator", then: "straightBack" },
    sla: {
      due: workingDays(1),
      ladder: [
        { after: { amount: 4, unit: "hour", calendar: "working" }, action: { do: "remind" } },
        { after: workingDays(2), action: { do: "manager", level: 1 } },
      ],
    },
  },
  { id: "deep", kind: "branch", stage: "approval", name: { en: "Deep discount", zh: "大额折扣" } },
  {
    id: "financeApproval",
    kind: "approval",
    stage: "approval",
    name: { en: "Finance approval", zh: "财务审批" },
    who: [{ by: "role", role: "finance" }],
    mode: { by: "any" },
    onEmpty: { do: "admin" },
    onSelf: "departmentHead",
    noSelfEver: true,
    lockRecord: true,
    lockExcept: ["note"],
    sendBack: { to: "initiator", then: "rerun" },
    sla: {
      due: workingDays(1),
      ladder: [{ after: { amount: 4, unit: "hour", calendar: "working" }, action: { do: "remind" } }],
    },
  },
];
