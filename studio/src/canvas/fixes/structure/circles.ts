import type { NodeKind } from "@sluice/process";
import { findEdge } from "../../model/elements.ts";
import { insertOnEdge } from "../../model/insertOnEdge.ts";
import { setField } from "../../model/setField.ts";
import { nameOfKind } from "../../palette/kinds.ts";
import { fix, type FixName, type Fixes } from "../fix.ts";
import { unlessCutsOff } from "../reached.ts";
import { together } from "../settings.ts";

/** How often work may come back where nobody said. */
const ROUNDS = 3;

/** A step of a kind on each of the wires that a finding names. */
const onTheWay =
  (kind: Exclude<NodeKind, "stage">, does: FixName): Fixes =>
  (definition, { detail }) => {
    const wires = (detail?.at ?? []).filter((id) => findEdge(definition, id) !== null);
    const edits = wires.map((id) => insertOnEdge(id, { kind, name: nameOfKind(kind) }));
    return edits.length === 0 ? [] : [unlessCutsOff(definition, fix(does, together(...edits)))];
  };

/** A task on the way. */
export const taskOnTheWay: Fixes = onTheWay("task", "putTask");

/** A circle in which nothing rests: a task is put on the way, or a timer of a day. */
export const neverRests: Fixes = (definition, finding) => [
  ...taskOnTheWay(definition, finding),
  ...onTheWay("timer", "putTimer")(definition, finding),
];

/** A way back that may be taken for ever: a few rounds, and no more. */
export const wayBackUnbounded: Fixes = (definition, { detail }) => {
  const wires = (detail?.at ?? []).filter((id) => findEdge(definition, id) !== null);
  return wires.length === 0
    ? []
    : [fix("boundRounds", together(...wires.map((id) => setField(id, ["maxVisits"], ROUNDS))), { count: ROUNDS })];
};
