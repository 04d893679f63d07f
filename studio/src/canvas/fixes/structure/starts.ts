import type { Node, ProcessDefinition } from "@sluice/process";
import { addStep } from "../../model/addStep.ts";
import { connect } from "../../model/connect.ts";
import { deleteElements } from "../../model/deleteElements.ts";
import type { Edit } from "../../model/edited.ts";
import { findNode, stagesOf } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { nameOfKind } from "../../palette/kinds.ts";
import { fix, type Fixes } from "../fix.ts";
import { isMissed } from "../needed.ts";
import { cutsOff } from "../reached.ts";

/** How a case begins where nobody said: a life-cycle with its record, any other by hand. */
const usualTrigger = ({ kind }: ProcessDefinition) => ({ on: kind === "lifeCycle" ? "recordCreated" : "manual" });

const withStart =
  (stage: string): Edit =>
  (definition) => {
    const added = addStep({ kind: "start", name: nameOfKind("start") })(definition);
    const [start = ""] = added.select ?? [];
    const begun = setField(start, ["trigger"], usualTrigger(definition))(added.definition).definition;
    return { definition: connect(start, stage)(begun).definition, select: [start] };
  };

/** A process without a start begins with its first stage. */
export const noStart: Fixes = (definition) => {
  const [first] = stagesOf(definition);
  return first === undefined ? [] : [fix("addStart", withStart(first.id), { steps: [first] })];
};

/** Several starts: one is taken away that leads only to where work comes without it. */
export const severalStarts: Fixes = (definition) => {
  const isSpare = ({ id }: Node): boolean => !cutsOff(definition, deleteElements([id])) && !isMissed(definition, [id]);
  return definition.nodes
    .filter((node) => node.kind === "start" && isSpare(node))
    .toReversed()
    .map((node) => fix("takeStartAway", deleteElements([node.id]), { steps: [node] }));
};

/** A second life-cycle for the same records: a side process instead. */
export const asSideProcess: Fixes = ({ kind }) =>
  kind === "side" ? [] : [fix("makeSide", setField("", ["kind"], "side"))];

/** A life-cycle begins with its record; what begins otherwise is a side process. */
export const beginsWithRecord: Fixes = (definition, finding) => {
  const start = findNode(definition, finding.node ?? "");
  if (start?.kind !== "start") return [];
  return [
    fix("startWithRecord", setField(start.id, ["trigger"], { on: "recordCreated" }), { steps: [start] }),
    ...asSideProcess(definition, finding),
  ];
};
