import type { Move } from "../../definition/move.ts";
import type { NodeOf, Step } from "../../definition/node.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { conditionalEvent, conditionText, messageEvent, spanEvent, timerEvent } from "../events.ts";
import { shownName } from "../shownName.ts";
import type { XmlNode } from "../xmlNode.ts";
import { put, type Drawing } from "./drawing.ts";

type Stage = NodeOf<"stage">;

const eventOf = ({ trigger, name }: Move, { roots }: Drawing): XmlNode => {
  switch (trigger.by) {
    case "timer":
      return spanEvent(trigger.after);
    case "timerAt":
      return timerEvent("timeDate", `record.${trigger.path}`);
    case "condition":
      return conditionalEvent(conditionText(trigger.condition));
    case "message":
      return messageEvent(roots, trigger.message);
    case "person":
      return messageEvent(roots, shownName(name) || "move");
  }
};

const drawMove = (drawing: Drawing, stage: Stage, move: Move, stageOf: ReadonlyMap<string, string>): void => {
  const to = stageOf.get(move.to) as string;
  const stays = to === stage.id && move.to !== stage.id;
  put(drawing, {
    id: move.id,
    element: "boundaryEvent",
    name: shownName(move.name) || move.id,
    of: null,
    attributes: { attachedToRef: stage.id, ...(stays ? { cancelActivity: "false" } : {}) },
    inside: [eventOf(move, drawing)],
    settings: { move },
    on: stage.id,
  });
  drawing.flows.push({ id: `${move.id}.flow`, from: move.id, to, of: null, settings: null });
};

/** Where a stage is come into: by its border, and at steps that wires and moves of elsewhere name. */
const drawEntries = (drawing: Drawing, stage: Stage, named: readonly Step[]): void => {
  const of = stage.id;
  const first =
    stage.entry ?? put(drawing, { id: `${of}.rest`, element: "endEvent", name: "Rests here", of, settings: null });
  const start = put(drawing, {
    id: `${of}.start`,
    element: "startEvent",
    name: "Entered",
    of,
    settings: null,
    beside: { id: first, side: "before" },
  });
  const others = named.filter((step) => step.id !== stage.entry);
  if (others.length === 0) {
    drawing.flows.push({ id: `${of}.in`, from: start, to: first, of, settings: null });
    return;
  }
  const gate = put(drawing, {
    id: `${of}.entered`,
    element: "exclusiveGateway",
    name: "Entered at",
    of,
    settings: null,
    beside: { id: first, side: "before" },
  });
  drawing.flows.push({ id: `${of}.in`, from: start, to: gate, of, settings: null });
  drawing.flows.push({ id: `${of}.first`, from: gate, to: first, of, isDefault: true, settings: null });
  for (const { id, name } of others)
    drawing.flows.push({
      id: `${id}.entered`,
      from: gate,
      to: id,
      of,
      name: shownName(name) || id,
      condition: `enteredAt == "${id}"`,
      settings: null,
    });
};

/** The insides of the stages that only BPMN needs, their moves, and what ends the process. */
export const drawStages = (drawing: Drawing, { nodes, edges }: ProcessDefinition): void => {
  const stageOf = new Map(
    nodes.flatMap((node) =>
      node.kind === "start" ? [] : [[node.id, node.kind === "stage" ? node.id : node.stage] as const],
    ),
  );
  const steps = new Map(
    nodes.flatMap((node) => (node.kind === "start" || node.kind === "stage" ? [] : [[node.id, node] as const])),
  );
  const stages = nodes.filter((node) => node.kind === "stage");
  const named = new Set([
    ...edges.filter(({ from, to }) => stageOf.get(from) !== stageOf.get(to)).map(({ to }) => to),
    ...stages.flatMap(({ moves }) => moves.map(({ to }) => to)),
  ]);
  for (const stage of stages) {
    drawEntries(
      drawing,
      stage,
      [...named].flatMap((id) => (steps.get(id)?.stage === stage.id ? [steps.get(id) as Step] : [])),
    );
    for (const move of stage.moves) drawMove(drawing, stage, move, stageOf);
    if (stage.final === undefined && stage.moves.length > 0) continue;
    const over = put(drawing, {
      id: `${stage.id}.over`,
      element: "endEvent",
      name: stage.final ?? "Done",
      of: null,
      settings: null,
    });
    drawing.flows.push({ id: `${stage.id}.ends`, from: stage.id, to: over, of: null, settings: null });
  }
};
