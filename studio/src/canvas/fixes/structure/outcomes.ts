import type { Edge, EdgeCondition, Node, ProcessDefinition } from "@sluice/process";
import type { Edit } from "../../model/edited.ts";
import { findEdge, findNode, isStep, stagesOf, stepsOf, takenIds } from "../../model/elements.ts";
import { freshId } from "../../model/freshId.ts";
import { setField } from "../../model/setField.ts";
import { fix, type Fixes } from "../fix.ts";
import { USUAL_TIME } from "../usualTime.ts";
import { removeWire } from "./wires.ts";

/** A wire for one way out of a step. */
const drawn =
  (from: string, to: string, on: EdgeCondition): Edit =>
  (definition) => {
    const edge: Edge = { id: freshId(takenIds(definition), `${from}-${to}`.slice(0, 50)), from, to, on };
    return { definition: { ...definition, edges: [...definition.edges, edge] } };
  };

/** A wire for an outcome that its step has not: it is taken for the one that was meant, or taken away. */
export const outcomeUnknown: Fixes = (definition, { edge: id = "", detail }) => {
  const edge = findEdge(definition, id);
  if (edge === null) return [];
  const taken = (detail?.meant ?? []).map((outcome) => {
    const on: EdgeCondition = { kind: "outcome", outcome };
    return fix("takeWire", setField(id, ["on"], on), { way: { ...edge, on } });
  });
  return [...taken, removeWire(definition, edge)];
};

const STOPS: ReadonlySet<string> = new Set(["rejected", "withdrawn"]);

/** Where a path that stops is led to end: an end of its stage; for what was refused the stage of what came to nothing. */
const endOf = (definition: ProcessDefinition, stage: string, outcome: string): Node | null => {
  const end = stepsOf(definition, stage).find(({ kind }) => kind === "end");
  const off = stagesOf(definition).find(({ id, final }) => id !== stage && (final === "void" || final === "lost"));
  return (STOPS.has(outcome) ? (off ?? end) : end) ?? null;
};

/** An outcome after which the work stops: its wire is drawn to where it ends, where there is such a place. */
export const outcomeWithoutWire: Fixes = (definition, { node: id = "", detail }) => {
  const node = findNode(definition, id);
  const outcome = detail?.written;
  if (node === null || !isStep(node) || outcome === undefined) return [];
  const to = endOf(definition, node.stage, outcome);
  const on: EdgeCondition = { kind: "outcome", outcome };
  return to === null || to.id === id
    ? []
    : [fix("drawWire", drawn(id, to.id, on), { steps: [to], way: { id: "", from: id, to: to.id, on } })];
};

/** A message that is given up with no way on then: it goes on as if it had come, or is waited for without end. */
export const timeoutWithoutWire: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  if (node?.kind !== "message") return [];
  const onward = definition.edges.find(({ from, on }) => from === id && (on.kind === "next" || on.kind === "default"));
  const to = onward && findNode(definition, onward.to);
  return [
    to ? fix("goOnThen", drawn(id, to.id, { kind: "timeout" }), { steps: [to] }) : null,
    fix("waitWithoutEnd", setField(id, ["giveUpAfter"], undefined), { steps: [node] }),
  ];
};

/** A wire for a time that nobody set: it is set. */
export const timeoutNever: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  if (node?.kind === "message")
    return [fix("giveUp", setField(id, ["giveUpAfter"], USUAL_TIME), { steps: [node], span: USUAL_TIME })];
  if (node?.kind !== "task" && node?.kind !== "approval") return [];
  return [fix("giveTime", setField(id, ["sla"], { due: USUAL_TIME, ladder: [] }), { steps: [node], span: USUAL_TIME })];
};
