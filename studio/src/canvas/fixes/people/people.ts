import type { NodeOf, ProcessDefinition } from "@sluice/process";
import { findNode } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type FixName, type Fixes } from "../fix.ts";
import { setTo, settingOf, valueAt } from "../settings.ts";

type Work = NodeOf<"task"> | NodeOf<"approval">;

const workAt = (definition: ProcessDefinition, id: string | undefined): Work | null => {
  const node = findNode(definition, id ?? "");
  return node?.kind === "task" || node?.kind === "approval" ? node : null;
};

const approvalAt = (definition: ProcessDefinition, id: string | undefined): NodeOf<"approval"> | null => {
  const node = workAt(definition, id);
  return node?.kind === "approval" ? node : null;
};

/** A step that may find nobody asks the admins then. */
export const askAdmins: Fixes = (definition, { node }) => {
  const work = workAt(definition, node);
  return work === null ? [] : [fix("askAdmins", setField(work.id, ["onEmpty"], { do: "admin" }), { steps: [work] })];
};

/** An approval that asks the initiator alone, who may not approve: their manager is asked in their place. */
export const askTheirManager: Fixes = (definition, { node }) => {
  const work = approvalAt(definition, node);
  return work === null ? [] : [fix("askTheirManager", setField(work.id, ["onSelf"], "manager"), { steps: [work] })];
};

/** More votes than there are people: as many as there are. */
export const lowerVotes: Fixes = (definition, { node, detail }) => {
  const work = approvalAt(definition, node);
  const count = detail?.count;
  if (work?.mode.by !== "quorum" || count === undefined || count < 1) return [];
  return [fix("lowerVotes", setField(work.id, ["mode", "count"], count), { count })];
};

/** How many, or which share: one of them is left; where neither was said, more than half. */
export const oneQuorum: Fixes = (definition, { node }) => {
  const work = approvalAt(definition, node);
  if (work?.mode.by !== "quorum") return [];
  const { count, share } = work.mode;
  if (count === undefined || share === undefined)
    return [fix("moreThanHalf", setField(work.id, ["mode", "share"], 51), { steps: [work] })];
  return [
    fix("goByCount", setField(work.id, ["mode"], { by: "quorum", count }), { count }),
    fix("goByShare", setField(work.id, ["mode"], { by: "quorum", share }), { count: share }),
  ];
};

/** One rung of a ladder does something else. */
const rung =
  (does: FixName, action: object): Fixes =>
  (definition, finding) => {
    const setting = settingOf(definition, finding);
    const [, list, index] = pathOf(finding);
    if (list !== "ladder" || index === undefined || valueAt(definition, setting) === undefined) return [];
    return [fix(does, setTo({ ...setting, path: [...setting.path, "action"] }, action))];
  };

/** Time cannot decide a task: it reminds. */
export const remindInstead: Fixes = rung("remindInstead", { do: "remind" });

/** Time brings in the manager, instead of those who are asked already or of deciding by itself. */
export const managerInstead: Fixes = rung("managerInstead", { do: "manager", level: 1 });

/** A ladder that follows a wire which is not drawn: its rungs remind. */
export const escalationWithoutWire: Fixes = (definition, { node }) => {
  const work = workAt(definition, node);
  if (!work?.sla?.ladder.some(({ action }) => action.do === "branch")) return [];
  const ladder = work.sla.ladder.map((each) =>
    each.action.do === "branch" ? { ...each, action: { do: "remind" } } : each,
  );
  return [fix("remindInstead", setField(work.id, ["sla", "ladder"], ladder))];
};
