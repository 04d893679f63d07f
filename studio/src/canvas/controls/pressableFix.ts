import type { Control, NodeOf, PathStep, ProcessDefinition } from "@sluice/process";
import { parseExpression } from "@sluice/process";
import type { Edit } from "../model/edited.ts";
import { findNode } from "../model/elements.ts";
import { exampleOf, type Finding } from "../problems/finding.ts";
import { removeControl } from "./controlEdits.ts";
import { controlIndexOf } from "./proof.ts";

/** A fix that is one edit and takes nothing away that somebody needs: what it does, at which steps, and the edit itself. */
export interface PressableFix {
  readonly does: "noSelfEver" | "lockRecord" | "remove";
  readonly steps: readonly NodeOf<"approval">[];
  readonly edit: Edit;
}

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
  return { does: "noSelfEver", steps: [step], edit: setting([step], { noSelfEver: true }) };
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
  return steps.length === 0 ? null : { does: "lockRecord", steps, edit: setting(steps, { lockRecord: true }) };
};

/**
 * The fix of a finding about a control point that may be pressed; null where only a person can tell what is right.
 *
 * - the initiator does what they must not: the approval is never theirs
 * - the record was changed while an approval stood after it had been looked at: the approval locks it
 * - it speaks of what is no longer drawn, or stands there twice: it is taken away
 */
export const pressableFix = (definition: ProcessDefinition, finding: Finding): PressableFix | null => {
  const index = controlIndexOf(finding);
  const control = index === null ? undefined : definition.controls?.[index];
  if (index === null || control === undefined) return null;
  switch (finding.code) {
    case "CONTROL_POINT_UNKNOWN":
    case "CONTROL_POINT_TWICE":
      return { does: "remove", steps: [], edit: removeControl(index) };
    case "CONTROL_POINT_FAILS":
      if (control.must === "notSamePerson") return neverBySelf(definition, control);
      return control.must === "passes" ? lockedMeanwhile(definition, control, exampleOf(finding)) : null;
    default:
      return null;
  }
};
