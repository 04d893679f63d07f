import type { PeopleRule } from "../../definition/people.ts";
import type { FoundPerson } from "../../kernel/fact.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { findPeople, whenNobody } from "../../kernel/people.ts";
import type { TrailEntry } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { ApprovalNode } from "./schema.ts";

/** Whether this person is the initiator, or stands for them. */
export const isSelf = (step: Step, person: FoundPerson): boolean => {
  const { initiatorId } = step.state;
  return initiatorId !== null && (person.personId === initiatorId || person.standsFor === initiatorId);
};

const insteadOfSelf = (node: ApprovalNode): PeopleRule | null => {
  switch (node.onSelf) {
    case "manager":
      return { by: "manager", level: 1, of: "initiator" };
    case "departmentHead":
      return { by: "departmentHead", of: "initiator" };
    case "skip":
    case "allow":
      return null;
  }
};

const withoutSelf = (step: Step, node: ApprovalNode, found: readonly FoundPerson[]): readonly FoundPerson[] => {
  if (!found.some((person) => isSelf(step, person))) return found;
  if (node.onSelf === "allow" && !node.noSelfEver) return found;
  const rule = insteadOfSelf(node);
  const others = rule ? findPeople(step, [rule], node.name.en).filter((person) => !isSelf(step, person)) : [];
  const replaced = found.flatMap((person) => (isSelf(step, person) ? others : [person]));
  return replaced.filter(
    (person, index) => replaced.findIndex((other) => other.personId === person.personId) === index,
  );
};

/** The watched fields as they are now. */
export const watchedNow = (step: Step, node: ApprovalNode): { readonly [path: string]: Json } =>
  Object.fromEntries(step.fields(node.watchedFields));

/** Whether what an earlier approval saw, and what this one watches, still is as it was then. */
const stillHolds = (step: Step, node: ApprovalNode, entry: TrailEntry): boolean => {
  const now = step.fields([...new Set([...node.watchedFields, ...Object.keys(entry.watched)])]);
  return [...now].every(
    ([path, value]) => Object.hasOwn(entry.watched, path) && isSameJson(entry.watched[path] ?? null, value),
  );
};

/** What was agreed before the matter was last sent back says nothing of what came back, but where its fields were watched. */
const sinceSentBack = (step: Step): readonly TrailEntry[] => {
  const { trail } = step.state;
  const back = trail.findLastIndex((entry) => entry.result === "sentBack");
  return trail.filter((entry, index) => index > back || Object.keys(entry.watched).length > 0);
};

/** Who has agreed before, by the node's rule on repeats, with no watched field changed since. */
export const agreedBefore = (step: Step, node: ApprovalNode): ReadonlySet<string> => {
  if (node.dedup === "none") return new Set();
  const approvals = sinceSentBack(step).filter((entry) => step.plan.nodes.get(entry.node)?.kind === "approval");
  const counted = node.dedup === "consecutive" ? approvals.slice(-1) : approvals;
  return new Set(
    counted
      .filter((entry) => entry.result === "approved" && stillHolds(step, node, entry))
      .flatMap((entry) => entry.by),
  );
};

/** Those of the round that was sent back who can still be asked (or who stands in for them). */
const lastAsked = (step: Step, node: ApprovalNode): readonly FoundPerson[] => {
  const last = step.state.trail.findLast((entry) => entry.node === node.id);
  if (last?.result !== "sentBack" || last.asked.length === 0) return [];
  return findPeople(step, [{ by: "person", personIds: [...last.asked] }], node.name.en);
};

/** The people an approval asks now: found live (or as in the last round), without the initiator where that is forbidden. */
export const findSigners = (step: Step, node: ApprovalNode): readonly FoundPerson[] | "pass" | "incident" => {
  const again = node.sendBack?.people === "sameAsLastRound" ? lastAsked(step, node) : [];
  const found = withoutSelf(step, node, again.length > 0 ? again : findPeople(step, node.who, node.name.en));
  if (found.length > 0) return found;
  const others = whenNobody(step, node.onEmpty, node.name.en);
  if (others === "pass" || others === "incident") return others;
  const allowed = node.noSelfEver ? others.filter((person) => !isSelf(step, person)) : others;
  return allowed.length > 0 ? allowed : step.stop("NOBODY_FOUND", { node: node.name.en });
};
