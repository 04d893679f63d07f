import { blocks } from "../../blocks/blocks.ts";
import type { Condition } from "../../definition/expression.ts";
import type { Step } from "../../definition/node.ts";
import { expressionsOfRules, type PeopleRule } from "../../definition/people.ts";
import type { Place } from "../finding.ts";
import type { Graph } from "../graph.ts";
import { blockCalls, placeOfUse, type BlockUse } from "./blockCalls.ts";

/** An expression where it stands. `watched` ones are asked again whenever a fact changes, so they may not know the time. */
export interface ExpressionPlace {
  readonly text: string;
  readonly place: Place;
  readonly isCondition: boolean;
  readonly watched: boolean;
  /** The element whose variables it sees. */
  readonly at: string;
  /** Whether it goes into a block that tells people or programs: all others decide something, or become data. */
  readonly isInput?: true;
  /** Variables that are set besides by the time it is asked. */
  readonly set?: readonly string[];
}

const ofCondition = (condition: Condition, place: Place, at: string, watched: boolean): readonly ExpressionPlace[] =>
  "when" in condition ? [{ text: condition.when, place, isCondition: true, watched, at }] : [];

const ofPeople = (rules: readonly PeopleRule[], place: Place, at: string): readonly ExpressionPlace[] =>
  expressionsOfRules(rules).map((text) => ({ text, place, isCondition: false, watched: false, at }));

const ofUse = (use: BlockUse): readonly ExpressionPlace[] =>
  Object.entries(use.call.inputs).flatMap(([name, input]) =>
    "expression" in input
      ? [
          {
            text: input.expression,
            place: placeOfUse(use, `inputs.${name}`),
            isCondition: false,
            watched: false,
            at: use.by.id,
            ...(blocks[use.call.block]?.keeps ? {} : { isInput: true as const }),
            set: use.set,
          },
        ]
      : [],
  );

const ofStep = (step: Step): readonly ExpressionPlace[] => {
  const place = { node: step.id };
  const value = (text: string, path: string): ExpressionPlace => ({
    text,
    place: { ...place, path },
    isCondition: false,
    watched: false,
    at: step.id,
  });
  switch (step.kind) {
    case "task":
    case "approval":
      return [
        ...ofPeople(step.who, { ...place, path: "who" }, step.id),
        ...(step.sla?.ladder ?? []).flatMap((rung, index) =>
          rung.action.do === "addSigner"
            ? ofPeople(rung.action.who, { ...place, path: `sla.ladder.${index}` }, step.id)
            : [],
        ),
      ];
    case "cc":
    case "assign":
      return ofPeople(step.who, { ...place, path: "who" }, step.id);
    case "guard":
      return ofCondition(step.guard.condition, { ...place, path: "guard.condition" }, step.id, step.mode === "hold");
    case "race":
      return step.runners.flatMap((runner, index) =>
        runner.on.kind === "condition"
          ? ofCondition(runner.on.condition, { ...place, path: `runners.${index}` }, step.id, true)
          : [],
      );
    case "branch":
      return (step.table?.inputs ?? []).map((input, index) => value(input.expression, `table.inputs.${index}`));
    case "message":
      return step.key ? [value(step.key, "key")] : [];
    case "subprocess":
      return step.each ? [value(step.each, "each")] : [];
    case "action": // its block is among the uses of blocks
    case "parallel":
    case "join":
    case "timer":
    case "end":
      return [];
  }
};

/** Every expression of a process, with its place. */
export const expressionPlaces = (graph: Graph): readonly ExpressionPlace[] => [
  ...graph.starts.flatMap(({ id, trigger }) => {
    if (!("when" in trigger) || !trigger.when) return [];
    const place = { node: id, path: "trigger.when" };
    return [{ text: trigger.when, place, isCondition: true, watched: trigger.on !== "schedule", at: id }];
  }),
  ...graph.moves.flatMap(({ stage, move }) => {
    const place = { node: stage.id, move: move.id };
    return [
      ...(move.guard ? ofCondition(move.guard.condition, { ...place, path: "guard.condition" }, stage.id, false) : []),
      ...(move.trigger.by === "condition"
        ? ofCondition(move.trigger.condition, { ...place, path: "trigger.condition" }, stage.id, true)
        : []),
      ...(move.trigger.by === "person" ? ofPeople(move.trigger.who, { ...place, path: "trigger.who" }, stage.id) : []),
    ];
  }),
  ...graph.stages.flatMap(({ id, owner = [] }) => ofPeople(owner, { node: id, path: "owner" }, id)),
  ...graph.definition.nodes.flatMap(({ id, permissions }) =>
    ofPeople(permissions?.intervene ?? [], { node: id, path: "permissions.intervene" }, id),
  ),
  ...graph.steps.flatMap(ofStep),
  ...blockCalls(graph).flatMap(ofUse),
  ...(graph.definition.controls ?? []).flatMap((control, index) =>
    control.must === "passes"
      ? [
          {
            text: control.when,
            place: { path: `controls.${index}.when` },
            isCondition: true,
            watched: false,
            at: graph.definition.nodes[0]?.id ?? "",
          },
        ]
      : [],
  ),
  ...graph.definition.edges.flatMap((edge) =>
    edge.on.kind === "when"
      ? [
          {
            text: edge.on.when,
            place: { edge: edge.id, path: "on.when" },
            isCondition: true,
            watched: false,
            at: edge.from,
          },
        ]
      : [],
  ),
];
