import type { Control, NodeOf, PathStep, ProcessDefinition } from "@sluice/process";
import { parseExpression } from "@sluice/process";
import { removeControl } from "../controls/controlEdits.ts";
import { controlIndexOf } from "../controls/proof.ts";
import type { Edit } from "../model/edited.ts";
import { findNode } from "../model/elements.ts";
import { freshId } from "../model/freshId.ts";
import { setField } from "../model/setField.ts";
import { exampleOf, type Finding } from "../problems/finding.ts";
import { fix, type Fixes, type PressableFix } from "./fix.ts";

type Settings = Pick<NodeOf<"approval">, "noSelfEver"> | Pick<NodeOf<"approval">, "lockRecord">;

const setting =
  (steps: readonly NodeOf<"approval">[], settings: Settings): Edit =>
  (definition) => {
    const ids = new Set(steps.map(({ id }) => id));
    return {
      definition: {
        ...definition,
        nodes: definition.nodes.map((node) => (ids.has(node.id) ? { ...node, ...settings } : node)),
      },
    };
  };

const approvalAt = (definition: ProcessDefinition, id: string): NodeOf<"approval"> | null => {
  const node = findNode(definition, id);
  return node?.kind === "approval" ? node : null;
};

/** Whoever began the case may not decide: only where the sentence is about them. */
const neverBySelf = (
  definition: ProcessDefinition,
  { point, other }: Control & { must: "notSamePerson" },
): PressableFix | null => {
  if (point.at !== "initiator" || other.at !== "step") return null;
  const step = approvalAt(definition, other.step);
  if (!step || step.noSelfEver) return null;
  return fix("noSelfEver", setting([step], { noSelfEver: true }), { steps: [step] });
};

const pathsOf = (when: string): readonly string[] => {
  try {
    return parseExpression(when).paths;
  } catch {
    return [];
  }
};

/** The approvals at which the case stood, open to changes, after something had been decided on what the sentence asks about. */
const openAfterSeen = (
  definition: ProcessDefinition,
  when: string,
  example: readonly PathStep[],
): readonly NodeOf<"approval">[] => {
  const paths = pathsOf(when);
  const seenAt = example.findIndex(({ saw }) => paths.some((path) => path in saw));
  if (seenAt < 0) return [];
  const steps = example.slice(seenAt, -1).flatMap(({ standsAt }) => standsAt);
  return [...new Set(steps)]
    .map((id) => approvalAt(definition, id))
    .filter((step) => step !== null)
    .filter(({ lockRecord }) => !lockRecord);
};

const lockedMeanwhile = (
  definition: ProcessDefinition,
  { when }: Control & { must: "passes" },
  example: readonly PathStep[],
): PressableFix | null => {
  const steps = openAfterSeen(definition, when, example);
  return steps.length === 0 ? null : fix("lockRecord", setting(steps, { lockRecord: true }), { steps });
};

const controlAt = ({ controls = [] }: ProcessDefinition, finding: Finding) => {
  const index = controlIndexOf(finding);
  const control = index === null ? undefined : controls[index];
  return index === null || control === undefined ? null : { index, control };
};

/**
 * A control point that fails on some path, where one setting mends it.
 *
 * - the initiator does what they must not: the approval is never theirs
 * - the record was changed while an approval stood after it had been looked at: the approval locks it
 */
export const controlFails: Fixes = (definition, finding) => {
  const control = controlAt(definition, finding)?.control;
  if (control?.must === "notSamePerson") return [neverBySelf(definition, control)];
  return control?.must === "passes" ? [lockedMeanwhile(definition, control, exampleOf(finding))] : [];
};

/** A control point that speaks of what is no longer drawn: it is taken away. */
export const controlUnknown: Fixes = (definition, finding) => {
  const found = controlAt(definition, finding);
  return found === null ? [] : [fix("removeControl", removeControl(found.index))];
};

/** A control point under the id of another: it gets one of its own; the very same one is taken away. */
export const controlTwice: Fixes = (definition, finding) => {
  const found = controlAt(definition, finding);
  if (found === null) return [];
  const { index, control } = found;
  const controls = definition.controls ?? [];
  const isSame = controls.slice(0, index).some((other) => JSON.stringify(other) === JSON.stringify(control));
  if (isSame) return [fix("removeControl", removeControl(index))];
  const id = freshId(new Set(controls.map((other) => other.id)), control.id.slice(0, 50));
  return [fix("nameIt", setField("", ["controls", index, "id"], id), { text: id })];
};
