import type { PeopleRule, ProcessDefinition } from "@sluice/process";

/** What publishing changes for those whom one rule finds: steps at which they are asked from then on, and no longer. */
export interface PeopleChange {
  readonly rule: PeopleRule;
  readonly of: "approval" | "task";
  /** Steps by their ids: of the draft, and of the version in force. */
  readonly more: readonly string[];
  readonly fewer: readonly string[];
}

interface Asked {
  readonly rule: PeopleRule;
  readonly of: PeopleChange["of"];
  readonly steps: Set<string>;
}

/** Whom the steps of a definition ask, by rule and by what for. */
const askedIn = ({ nodes }: ProcessDefinition): ReadonlyMap<string, Asked> => {
  const asked = new Map<string, Asked>();
  for (const node of nodes) {
    if (node.kind !== "approval" && node.kind !== "task") continue;
    for (const rule of node.who) {
      const key = `${node.kind} ${JSON.stringify(rule)}`;
      const known = asked.get(key) ?? { rule, of: node.kind, steps: new Set<string>() };
      asked.set(key, known);
      known.steps.add(node.id);
    }
  }
  return asked;
};

const without = (steps: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()): readonly string[] =>
  [...steps].filter((step) => !others.has(step));

/** Who is asked at more or fewer steps than before, approvals first. Steps that stay with the people they were with are no change. */
export const peopleChanges = (before: ProcessDefinition, after: ProcessDefinition): readonly PeopleChange[] => {
  const [was, is] = [askedIn(before), askedIn(after)];
  const changes = [...new Map([...was, ...is])].flatMap(([key, { rule, of }]) => {
    const more = without(is.get(key)?.steps, was.get(key)?.steps);
    const fewer = without(was.get(key)?.steps, is.get(key)?.steps);
    return more.length + fewer.length > 0 ? [{ rule, of, more, fewer }] : [];
  });
  return changes.toSorted((one, other) => one.of.localeCompare(other.of, "en"));
};
