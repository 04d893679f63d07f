import type { NodeOf, ProcessDefinition } from "@sluice/process";
import { addMove } from "../../model/addMove.ts";
import { addStep } from "../../model/addStep.ts";
import { connect } from "../../model/connect.ts";
import { deleteElements } from "../../model/deleteElements.ts";
import type { Edit } from "../../model/edited.ts";
import { findMove, findNode, isStep, stageIdOf, stagesOf, stepsOf } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { nameOfKind } from "../../palette/kinds.ts";
import { fix, type Fixes, type PressableFix } from "../fix.ts";
import { isMissed } from "../needed.ts";
import { cutsOff, hasWayIn, unlessCutsOff } from "../reached.ts";

type Stage = NodeOf<"stage">;

/** The stages in which a case ends, those that end well first. */
const finalStages = (definition: ProcessDefinition): readonly Stage[] => {
  const endsWell = ({ final }: Stage) => Number(final === "done" || final === "won");
  return stagesOf(definition)
    .filter(({ final }) => final !== undefined)
    .toSorted((one, other) => endsWell(other) - endsWell(one));
};

/** A step or stage that is of no use is taken away, unless something else would miss it. */
export const takeAway: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  const edit = deleteElements([id]);
  if (node === null || node.kind === "start" || isMissed(definition, [id]) || cutsOff(definition, edit)) return [];
  return [fix(node.kind === "stage" ? "takeStageAway" : "takeStepAway", edit, { steps: [node] })];
};

/** Something that nothing leads to: its stage begins with it, a move leads there, or it is taken away. */
export const unreachable: Fixes = (definition, finding) => {
  const node = findNode(definition, finding.node ?? "");
  const from = findNode(definition, finding.detail?.at?.[0] ?? "");
  if (node === null) return [];
  const led =
    from?.kind !== "stage"
      ? null
      : node.kind === "stage"
        ? fix("leadByMove", addMove({ stage: from.id, to: node.id }), { steps: [from] })
        : fix("beginWithIt", setField(from.id, ["entry"], node.id), { steps: [from] });
  const own = new Set([node.id, ...stepsOf(definition, node.id).map(({ id }) => id)]);
  return [led, ...(hasWayIn(definition, own) ? [] : takeAway(definition, finding))];
};

const endBehind =
  (step: string, stage: string): Edit =>
  (definition) => {
    const added = addStep({ kind: "end", name: nameOfKind("end"), stage })(definition);
    const [end = ""] = added.select ?? [];
    return { definition: connect(step, end)(added.definition).definition, select: [end] };
  };

/** A place from which the case can never end: a move leads on to a final stage; where there is none, the last stage ends it. */
export const noWayOut: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  const stage = node && findNode(definition, stageIdOf(node) ?? "");
  if (node === null || stage?.kind !== "stage") return [];
  const [end] = finalStages(definition);
  if (end !== undefined)
    return end.id === stage.id ? [] : [fix("leadOut", addMove({ stage: stage.id, to: end.id }), { steps: [end] })];
  if (stagesOf(definition).at(-1)?.id === stage.id && node.kind !== "end")
    return [fix("endHere", setField(stage.id, ["final"], "done"), { steps: [stage] })];
  const rests = isStep(node) && !definition.edges.some(({ from }) => from === id);
  return definition.kind === "side" && rests ? [fix("endBehind", endBehind(id, stage.id), { steps: [node] })] : [];
};

const leadInstead = (end: string, to: Stage): PressableFix =>
  fix(
    "leadInstead",
    (definition) => ({
      definition: {
        ...definition,
        nodes: definition.nodes.flatMap((node) => {
          if (node.id === end) return [];
          if (node.kind !== "stage" || !node.moves.some((move) => move.to === end)) return [node];
          return [{ ...node, moves: node.moves.map((move) => (move.to === end ? { ...move, to: to.id } : move)) }];
        }),
        edges: definition.edges.map((edge) => (edge.to === end ? { ...edge, to: to.id } : edge)),
      },
    }),
    { steps: [to] },
  );

/** An end in a stage that is not final: what comes to it is led to a stage that is. */
export const endInOpenStage: Fixes = (definition, { node: id = "" }) => {
  const isEntry = definition.nodes.some((node) => node.kind === "stage" && node.entry === id);
  if (findNode(definition, id)?.kind !== "end" || isEntry || isMissed(definition, [id])) return [];
  return finalStages(definition)
    .slice(0, 2)
    .map((stage) => unlessCutsOff(definition, leadInstead(id, stage)));
};

/** A move that leads nowhere, or that is never open. */
export const removeMove: Fixes = (definition, { move: id = "" }) => {
  const found = findMove(definition, id);
  const edit = deleteElements([id]);
  if (found === null || isMissed(definition, [id]) || cutsOff(definition, edit)) return [];
  return [fix("removeMove", edit, { steps: [found.move] })];
};
