import type { ProcessDefinition, Step } from "@sluice/process";
import type { Edit } from "../../model/edited.ts";
import { findNode, stageIdOf, stagesOf, stepsOf } from "../../model/elements.ts";
import { freshId } from "../../model/freshId.ts";
import { setField } from "../../model/setField.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type Fixes } from "../fix.ts";
import { together } from "../settings.ts";

/** The stages that steps wired to this one lie in. */
const stagesBeside = (definition: ProcessDefinition, id: string): readonly string[] =>
  definition.edges.flatMap(({ from, to }) => {
    const beside = findNode(definition, from === id ? to : to === id ? from : "");
    const stage = beside && stageIdOf(beside);
    return stage !== null && stage !== undefined && findNode(definition, stage)?.kind === "stage" ? [stage] : [];
  });

/** A step outside all stages is put into that of the step it is wired to; else into the only one there is. */
export const stepInNoStage: Fixes = (definition, { node: id = "" }) => {
  if (findNode(definition, id) === null) return [];
  const stages = stagesOf(definition);
  const [beside] = stagesBeside(definition, id);
  const into = stages.find((stage) => stage.id === beside) ?? (stages.length === 1 ? stages[0] : undefined);
  return into === undefined ? [] : [fix("putIntoStage", setField(id, ["stage"], into.id), { steps: [into] })];
};

/** The step of a stage that nothing inside it leads to. */
const firstStep = (definition: ProcessDefinition, stage: string): Step | undefined => {
  const steps = stepsOf(definition, stage);
  const inside = new Set(steps.map(({ id }) => id));
  return steps.find(({ id }) => !definition.edges.some(({ from, to }) => to === id && inside.has(from))) ?? steps[0];
};

/** A stage that begins with a step of another: it begins with its own first one, or rests where it has none. */
export const entryElsewhere: Fixes = (definition, { node: id = "" }) => {
  const stage = findNode(definition, id);
  if (stage?.kind !== "stage") return [];
  const first = firstStep(definition, id);
  return [
    first
      ? fix("beginStageWith", setField(id, ["entry"], first.id), { steps: [first] })
      : fix("restThere", setField(id, ["entry"], undefined), { steps: [stage] }),
  ];
};

/** All but the first of those that have one key get keys of their own. */
const namedApart = (
  definition: ProcessDefinition,
  written: string,
  isOfStages: boolean,
): { readonly edits: readonly Edit[]; readonly names: readonly string[] } => {
  const named = isOfStages
    ? definition.nodes.flatMap((node) =>
        node.kind === "stage" ? [{ key: node.key, element: node.id, path: ["key"] }] : [],
      )
    : definition.variables.map(({ key }, index) => ({ key, element: "", path: ["variables", index, "key"] }));
  const taken = new Set(named.map(({ key }) => key));
  const twins = named.filter(({ key }) => key === written).slice(1);
  const names = twins.map(() => freshId(taken, written.slice(0, 50)));
  return { names, edits: twins.map(({ element, path }, index) => setField(element, path, names[index])) };
};

/** Two variables or stages of one key: the later one is named anew. */
export const twoOfOneKey: Fixes = (definition, finding) => {
  const { written } = finding.detail ?? {};
  if (written === undefined) return [];
  const { edits, names } = namedApart(definition, written, pathOf(finding)[0] === "stages");
  return edits.length === 0 ? [] : [fix("nameSecond", together(...edits), { text: names.join(", ") })];
};
