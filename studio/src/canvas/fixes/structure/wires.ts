import { type Edge, type EdgeCondition, type Node, nodeSchemas, type ProcessDefinition } from "@sluice/process";
import { addMove } from "../../model/addMove.ts";
import { deleteElements } from "../../model/deleteElements.ts";
import { findEdge, findNode } from "../../model/elements.ts";
import { nextCondition } from "../../model/nextCondition.ts";
import { setField } from "../../model/setField.ts";
import { fix, type Fixes, type PressableFix } from "../fix.ts";
import { isLedTo, unlessCutsOff } from "../reached.ts";
import { together } from "../settings.ts";

/** A wire is taken away, unless nothing else leads to where it does. */
export const removeWire = (definition: ProcessDefinition, { id, to }: Edge): PressableFix | null => {
  const target = findNode(definition, to);
  const isNeeded = target !== null && target.kind !== "start" && !isLedTo(definition, to, new Set([id]));
  return isNeeded ? null : unlessCutsOff(definition, fix("removeWire", deleteElements([id])));
};

/** The wire that a finding names; null once it is gone. */
const wireOf = (definition: ProcessDefinition, id: string | undefined): Edge | null =>
  id === undefined ? null : findEdge(definition, id);

const isSame = (one: EdgeCondition, other: EdgeCondition): boolean =>
  one.kind === other.kind && (one.kind !== "outcome" || (other.kind === "outcome" && one.outcome === other.outcome));

/** The wire is taken the first way that its step can still be left; null when there is none without a condition to write. */
const takenOtherwise = (definition: ProcessDefinition, edge: Edge, from: Node): PressableFix | null => {
  const edges = definition.edges.filter(({ id }) => id !== edge.id);
  const on = nextCondition({ ...definition, edges }, from);
  const isTwice = edges.some((other) => other.from === edge.from && isSame(other.on, on));
  if (on.kind === "when" || isTwice) return null;
  const taken = fix(on.kind === "next" ? "takeAlways" : "takeWire", setField(edge.id, ["on"], on), {
    steps: [from],
    way: { ...edge, on },
  });
  return unlessCutsOff(definition, taken);
};

/** A wire by which its step is never left: it is followed on an error, taken another way, or taken away. */
export const neverTaken: Fixes = (definition, { edge: id }) => {
  const edge = wireOf(definition, id);
  const from = edge && findNode(definition, edge.from);
  if (edge === null || from === null) return [];
  if (edge.on.kind === "error" && "onError" in nodeSchemas[from.kind].shape)
    return [
      fix("followErrors", setField(from.id, ["onError"], { do: "follow" }), { steps: [from] }),
      removeWire(definition, edge),
    ];
  return [removeWire(definition, edge), takenOtherwise(definition, edge, from)];
};

/** A wire where none can be: out of a stage it is a move; any other is taken away. */
export const notPossible: Fixes = (definition, { edge: id }) => {
  const edge = wireOf(definition, id);
  if (edge === null) return [];
  const from = findNode(definition, edge.from);
  const to = findNode(definition, edge.to);
  if (from?.kind !== "stage" || to === null || to.kind === "start") return [removeWire(definition, edge)];
  const made = addMove({ stage: from.id, to: to.id, ...(edge.name ? { name: edge.name } : {}) });
  return [fix("makeMove", together(deleteElements([edge.id]), made), { steps: [from] }), removeWire(definition, edge)];
};

/** A wire that ends where nothing is. */
export const dangles: Fixes = (definition, { edge: id }) => {
  const edge = wireOf(definition, id);
  return edge === null ? [] : [removeWire(definition, edge)];
};

/** A branch with no way for all other cases: its last one is taken for them. */
export const missingDefault: Fixes = ({ nodes, edges }, { node: id }) => {
  const branch = nodes.find((node) => node.id === id);
  const asked = edges.flatMap((edge) => (edge.from === id && edge.on.kind === "when" ? [{ edge, on: edge.on }] : []));
  const last = asked.toSorted((one, other) => one.on.order - other.on.order).at(-1)?.edge;
  if (branch === undefined || last === undefined) return [];
  return [fix("lastIsDefault", setField(last.id, ["on"], { kind: "default" }), { steps: [branch] })];
};

/** A step that is to follow an error wire it has not: it stops with an incident, as it does where nothing is said. */
export const errorWireMissing: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  if (node === null || !("onError" in node) || node.onError?.do !== "follow") return [];
  return [fix("raiseIncident", setField(id, ["onError"], undefined), { steps: [node] })];
};

/** A step whose error wire comes too late: it waits until it is known whether it failed. */
export const errorWireTooLate: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  return node?.kind === "action" ? [fix("waitForIt", setField(id, ["await"], true), { steps: [node] })] : [];
};
