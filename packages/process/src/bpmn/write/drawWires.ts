import type { Edge } from "../../definition/edge.ts";
import type { NodeOf, Step } from "../../definition/node.ts";
import { runnerEvent } from "../../nodes/race/bpmn.ts";
import { conditionText, errorEvent, escalationEvent, spanEvent } from "../events.ts";
import { shownName } from "../shownName.ts";
import { put, type Drawing, type Shape } from "./drawing.ts";

const ACTIVITIES = new Set(["userTask", "sendTask", "serviceTask", "receiveTask", "businessRuleTask", "callActivity"]);
const GATEWAYS = new Set(["exclusiveGateway", "inclusiveGateway"]);
const GUARDED = new Set<Edge["on"]["kind"]>(["timeout", "error", "escalation"]);

/** Whether a wire leaves its step by its border. */
export const leavesByBorder = ({ on }: Edge): boolean => GUARDED.has(on.kind);

const nameOf = (edge: Edge): string | undefined => (edge.name ? shownName(edge.name) || undefined : undefined);
const labelOf = ({ on }: Edge): string =>
  on.kind === "outcome"
    ? on.outcome
    : on.kind === "when"
      ? on.when.slice(0, 60)
      : on.kind === "next"
        ? "always"
        : "otherwise";
const conditionOf = ({ on }: Edge): string =>
  on.kind === "when"
    ? on.when
    : on.kind === "outcome"
      ? `outcome == ${JSON.stringify(on.outcome)}`
      : on.kind === "next"
        ? "true"
        : "otherwise";

/** Where a wire ends inside its stage: at the step it names, or at an end that is thrown to the stage's border. */
const localEnd = (drawing: Drawing, edge: Edge, from: Step, stageOf: ReadonlyMap<string, string>): string => {
  const to = stageOf.get(edge.to) as string;
  if (to === from.stage && edge.to !== to) return edge.to;
  const name = nameOf(edge) ?? drawing.shapes.get(edge.to)?.name ?? edge.to;
  const thrown = [escalationEvent(drawing.roots, edge.id)];
  const exit = put(drawing, {
    id: `${edge.id}.exit`,
    element: "endEvent",
    name,
    of: from.stage,
    inside: thrown,
    settings: null,
    beside: { id: from.id, side: "after" },
  });
  const out = put(drawing, {
    id: `${edge.id}.out`,
    element: "boundaryEvent",
    name,
    of: null,
    attributes: { attachedToRef: from.stage },
    inside: thrown,
    settings: null,
    on: from.stage,
  });
  drawing.flows.push({ id: `${edge.id}.across`, from: out, to, of: null, settings: null });
  return exit;
};

const dueOf = (step: Step) => (step.kind === "message" ? step.giveUpAfter : "sla" in step ? step.sla?.due : undefined);

const drawBorderWire = (drawing: Drawing, edge: Edge, from: Step, to: string): void => {
  const { kind } = edge.on;
  const due = dueOf(from) ?? { amount: 1, unit: "day", calendar: "working" };
  const event =
    kind === "timeout"
      ? spanEvent(due)
      : kind === "error"
        ? errorEvent(drawing.roots, "failed")
        : escalationEvent(drawing.roots, "late");
  const border = put(drawing, {
    id: `${edge.id}.event`,
    element: "boundaryEvent",
    name: nameOf(edge) ?? kind,
    of: from.stage,
    attributes: { attachedToRef: from.id },
    inside: [event],
    settings: null,
    on: from.id,
  });
  drawing.flows.push({ id: edge.id, from: border, to, of: from.stage, name: nameOf(edge), settings: { edge } });
};

/** The events of a race, one for each runner; those without a wire of their own meet at what leaves it in any case. */
const drawRace = (
  drawing: Drawing,
  race: NodeOf<"race">,
  exits: readonly Edge[],
  endOf: (edge: Edge) => string,
): readonly Edge[] => {
  const of = race.stage;
  const beside = { id: race.id, side: "after" } as const;
  const byOutcome = (edge: Edge, key: string): boolean => edge.on.kind === "outcome" && edge.on.outcome === key;
  const rest = exits.find(({ on }) => on.kind === "default" || on.kind === "next");
  const drawn = new Set<Edge>(rest ? [rest] : []);
  const loose: string[] = [];
  for (const runner of race.runners) {
    const id = put(drawing, {
      id: `${race.id}.${runner.key}`,
      element: "intermediateCatchEvent",
      name: shownName(runner.name) || runner.key,
      of,
      inside: [runnerEvent(runner, drawing.roots)],
      settings: { runner: runner.key },
      beside,
    });
    drawing.flows.push({ id: `${race.id}.${runner.key}.in`, from: race.id, to: id, of, settings: null });
    const own = exits.find((edge) => byOutcome(edge, runner.key) && !drawn.has(edge));
    if (!own) loose.push(id);
    else drawing.flows.push({ id: own.id, from: id, to: endOf(own), of, name: nameOf(own), settings: { edge: own } });
    if (own) drawn.add(own);
  }
  if (loose.length === 0) return exits.filter((edge) => !drawn.has(edge) || edge === rest);
  const meet = put(drawing, {
    id: `${race.id}.rest`,
    element: "exclusiveGateway",
    name: "",
    of,
    settings: null,
    beside,
  });
  for (const id of loose) drawing.flows.push({ id: `${id}.out`, from: id, to: meet, of, settings: null });
  const end = rest ? endOf(rest) : doneOf(drawing, race);
  drawing.flows.push({
    id: rest?.id ?? `${race.id}.ends`,
    from: meet,
    to: end,
    of,
    name: rest && nameOf(rest),
    settings: rest ? { edge: rest } : null,
  });
  return exits.filter((edge) => !drawn.has(edge));
};

/** The end at which paths of a stage run out; the record stays. */
const doneOf = (drawing: Drawing, { stage, id }: Step): string =>
  put(drawing, {
    id: `${id}.done`,
    element: "endEvent",
    name: "Done",
    of: stage,
    settings: null,
    beside: { id, side: "after" },
  });

const drawExits = (
  drawing: Drawing,
  step: Step,
  from: string,
  exits: readonly Edge[],
  endOf: (edge: Edge) => string,
): void => {
  const of = step.stage;
  const [only] = exits;
  if (!only || exits.length === 1) {
    const isPlain = !only || only.on.kind === "next" || !GATEWAYS.has(drawing.shapes.get(from)?.element ?? "");
    const condition = only && !isPlain && only.on.kind !== "default" ? conditionOf(only) : undefined;
    drawing.flows.push({
      id: only?.id ?? `${step.id}.ends`,
      from,
      to: only ? endOf(only) : doneOf(drawing, step),
      of,
      name: only && (nameOf(only) ?? (condition && labelOf(only))),
      condition,
      settings: only ? { edge: only } : null,
    });
    return;
  }
  const shape = drawing.shapes.get(from) as Shape;
  const isParallel = shape.element === "parallelGateway";
  const fallback =
    exits.find(({ on }) => on.kind === "default") ??
    (isParallel ? undefined : exits.find(({ on }) => on.kind === "next"));
  for (const edge of exits)
    drawing.flows.push({
      id: edge.id,
      from,
      to: endOf(edge),
      of,
      name: nameOf(edge) ?? (isParallel ? undefined : labelOf(edge)),
      condition: isParallel || edge === fallback ? undefined : conditionOf(edge),
      isDefault: !isParallel && edge === fallback,
      settings: { edge },
    });
};

const drawDeny = (drawing: Drawing, { id, stage, guard }: NodeOf<"guard">): string => {
  const refused = put(drawing, {
    id: `${id}.refused`,
    element: "endEvent",
    name: shownName(guard.sentence) || "Refused",
    of: stage,
    inside: [errorEvent(drawing.roots, "refused")],
    settings: null,
    beside: { id, side: "after" },
  });
  drawing.flows.push({ id: `${id}.refuses`, from: id, to: refused, of: stage, isDefault: true, settings: null });
  const pass = put(drawing, {
    id: `${id}.pass`,
    element: "exclusiveGateway",
    name: "Allowed",
    of: stage,
    settings: null,
    beside: { id, side: "after" },
  });
  const condition = conditionText(guard.condition);
  drawing.flows.push({ id: `${id}.allows`, from: id, to: pass, of: stage, name: "Allowed", condition, settings: null });
  return pass;
};

/** The gateway by which a step that is none is left several ways. */
const splitAfter = (drawing: Drawing, step: Step, from: string, exits: readonly Edge[]): string => {
  const element = exits.every(({ on }) => on.kind === "next") ? "parallelGateway" : "exclusiveGateway";
  const split = put(drawing, {
    id: `${step.id}.split`,
    element,
    name: shownName(step.name) || step.id,
    of: step.stage,
    settings: null,
    beside: { id: step.id, side: "after" },
  });
  drawing.flows.push({ id: `${step.id}.splits`, from, to: split, of: step.stage, settings: null });
  return split;
};

/** Draws the wires that leave a step, and answers those that BPMN cannot draw there. */
export const drawWiresOf = (
  drawing: Drawing,
  step: Step,
  out: readonly Edge[],
  stageOf: ReadonlyMap<string, string>,
): readonly Edge[] => {
  const shape = drawing.shapes.get(step.id) as Shape;
  const endOf = (edge: Edge): string => localEnd(drawing, edge, step, stageOf);
  const border = out.filter(leavesByBorder);
  const canBorder = ACTIVITIES.has(shape.element);
  if (canBorder) for (const edge of border) drawBorderWire(drawing, edge, step, endOf(edge));
  const undrawn = canBorder ? [] : border;
  const plain = out.filter((edge) => !leavesByBorder(edge));
  if (step.kind === "end") return out;
  if (step.kind === "race") return [...undrawn, ...drawRace(drawing, step, plain, endOf)];
  if (shape.element === "parallelGateway" && step.kind === "parallel" && plain.some(({ on }) => on.kind !== "next"))
    shape.element = "inclusiveGateway";
  let from = step.kind === "guard" && step.mode === "deny" ? drawDeny(drawing, step) : step.id;
  const gateway = step.kind === "parallel" || (step.kind === "branch" && canBorder === false) || from !== step.id;
  if (plain.length > 1 && !gateway) from = splitAfter(drawing, step, from, plain);
  drawExits(drawing, step, from, plain, endOf);
  return undrawn;
};
