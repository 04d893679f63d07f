import { milestoneNames, vouchedMilestones } from "@sluice/domain";
import { type Act, type Node, type Point, type ProcessDefinition, outcomeNamed } from "@sluice/process";
import { stagesOf, stepsOf } from "../model/elements.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";

export interface PointChoice {
  /** The point as one text, the same for the same point. */
  readonly value: string;
  readonly label: string;
}

export interface PointGroup {
  readonly group: string;
  readonly items: readonly PointChoice[];
}

/** Which moments a part of a control point may name: any, or what people do, with or without having begun the case. */
export type PointKind = "any" | "act" | "actOrInitiator";

/** A point as one text: the same for the same point, whatever order its settings were written in. */
export const valueOfPoint = (point: Act): string => {
  switch (point.at) {
    case "initiator":
      return JSON.stringify(["initiator"]);
    case "milestone":
      return JSON.stringify(["milestone", point.milestone]);
    case "stage":
      return JSON.stringify(["stage", point.stage]);
    case "step":
      return JSON.stringify(["step", point.step, ...(point.outcome === undefined ? [] : [point.outcome])]);
  }
};

/** The point that `valueOfPoint` wrote down. */
export const pointOfValue = (value: string): Act => {
  const [at, name = "", outcome] = JSON.parse(value) as string[];
  if (at === "milestone") return { at, milestone: name };
  if (at === "stage") return { at, stage: name };
  if (at === "step") return { at, step: name, ...(outcome === undefined ? {} : { outcome }) };
  return { at: "initiator" };
};

const outcomesOf = (node: Node): readonly string[] => {
  if (node.kind === "approval") return ["approved", "rejected", "withdrawn", "sentBack"];
  return node.kind === "task" ? node.outcomes.map(({ key }) => key) : [];
};

const outcomeName = (sayings: Sayings, node: Node, outcome: string): string => {
  const own = outcomeNamed(node, outcome);
  if (own) return textIn(sayings, own);
  return sayings.has(`outcome.${outcome}`) ? sayings.say(`outcome.${outcome}`) : outcome;
};

const choice = (point: Act, label: string): PointChoice => ({ value: valueOfPoint(point), label });

const ofStep = (sayings: Sayings, node: Node, kind: PointKind): readonly PointChoice[] => {
  const isWork = node.kind === "task" || node.kind === "approval";
  if (kind !== "any" && !isWork) return [];
  const name = textIn(sayings, node.name) || node.id;
  const outcomes = outcomesOf(node).map((outcome) =>
    choice({ at: "step", step: node.id, outcome }, `${name} · ${outcomeName(sayings, node, outcome)}`),
  );
  return [choice({ at: "step", step: node.id }, name), ...outcomes];
};

/** Milestones of this process's stages, those that a rule of the record's type vouches for, and those already spoken of. */
const milestonesFor = (definition: ProcessDefinition, spoken: readonly Act[]): readonly string[] => {
  const own = stagesOf(definition).flatMap(({ milestone }) => milestone ?? []);
  const vouched = Object.entries(vouchedMilestones).flatMap(([rule, milestones]) =>
    rule.startsWith(`${definition.recordType}.`) ? milestones : [],
  );
  return [
    ...new Set([...own, ...vouched, ...spoken.flatMap((point) => (point.at === "milestone" ? [point.milestone] : []))]),
  ];
};

/** Every moment that a control point of this process may name, by what it is; a chosen one that is no longer drawn stays choosable. */
export const pointChoices = (
  sayings: Sayings,
  definition: ProcessDefinition,
  { kind, chosen }: { readonly kind: PointKind; readonly chosen: readonly Act[] },
): readonly PointGroup[] => {
  const { say } = sayings;
  const stages = stagesOf(definition);
  const groups: readonly PointGroup[] = [
    {
      group: say("controls.group.start"),
      items: kind === "actOrInitiator" ? [choice({ at: "initiator" }, say("controls.initiator"))] : [],
    },
    {
      group: say("controls.group.stages"),
      items:
        kind === "any"
          ? stages.map((stage) => choice({ at: "stage", stage: stage.id }, textIn(sayings, stage.name) || stage.id))
          : [],
    },
    ...stages.map((stage) => ({
      group: say("controls.group.stepsOf", { stage: textIn(sayings, stage.name) || stage.id }),
      items: stepsOf(definition, stage.id).flatMap((step) => ofStep(sayings, step, kind)),
    })),
    {
      group: say("controls.group.milestones"),
      items:
        kind === "any"
          ? milestonesFor(definition, chosen).map((milestone) =>
              choice({ at: "milestone", milestone }, textIn(sayings, milestoneNames[milestone]) || milestone),
            )
          : [],
    },
  ];
  const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)));
  const lost = chosen
    .filter((point) => !known.has(valueOfPoint(point)))
    .map((point) => choice(point, say("controls.notDrawn", { point: pointName(point) })));
  return [{ group: say("controls.group.lost"), items: lost }, ...groups].filter(({ items }) => items.length > 0);
};

const pointName = (point: Act): string => {
  switch (point.at) {
    case "initiator":
      return "";
    case "milestone":
      return point.milestone;
    case "stage":
      return point.stage;
    case "step":
      return point.outcome === undefined ? point.step : `${point.step} · ${point.outcome}`;
  }
};

/** Whether a point is one of those that people may be asked about here. */
export const isPointOf = (act: Act): act is Point => act.at !== "initiator";
