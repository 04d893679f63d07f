import type { BlockCall } from "../definition/blockCall.ts";
import type { Edge } from "../definition/edge.ts";
import type { Condition } from "../definition/expression.ts";
import type { Node } from "../definition/node.ts";
import { expressionsOfRules } from "../definition/people.ts";
import type { Sla } from "../definition/time.ts";

const ofCondition = (condition: Condition): readonly string[] => ("when" in condition ? [condition.when] : []);

const ofCall = ({ inputs }: BlockCall): readonly string[] =>
  Object.values(inputs).flatMap((input) => ("expression" in input ? [input.expression] : []));

const ofLadder = (sla: Sla | undefined): readonly string[] =>
  (sla?.ladder ?? []).flatMap((rung) => (rung.action.do === "addSigner" ? expressionsOfRules(rung.action.who) : []));

/** Every expression that a node holds, as text. */
export const expressionsOfNode = (node: Node): readonly string[] => [
  ...expressionsOfRules(node.permissions?.intervene ?? []),
  ...expressionsOfKind(node),
];

const expressionsOfKind = (node: Node): readonly string[] => {
  switch (node.kind) {
    case "start":
      return "when" in node.trigger && node.trigger.when ? [node.trigger.when] : [];
    case "stage":
      return [
        ...node.moves.flatMap((move) => [
          ...(move.guard ? ofCondition(move.guard.condition) : []),
          ...(move.trigger.by === "condition" ? ofCondition(move.trigger.condition) : []),
          ...(move.trigger.by === "person" ? expressionsOfRules(move.trigger.who) : []),
        ]),
        ...expressionsOfRules(node.owner ?? []),
        ...[...node.entryActions, ...node.exitActions].flatMap(ofCall),
      ];
    case "task":
    case "approval":
      return [...expressionsOfRules(node.who), ...ofLadder(node.sla)];
    case "cc":
    case "assign":
      return expressionsOfRules(node.who);
    case "guard":
      return ofCondition(node.guard.condition);
    case "branch":
      return node.table ? node.table.inputs.map((input) => input.expression) : [];
    case "message":
      return node.key ? [node.key] : [];
    case "race":
      return node.runners.flatMap((runner) => (runner.on.kind === "condition" ? ofCondition(runner.on.condition) : []));
    case "action":
      return ofCall(node);
    case "subprocess":
      return node.each ? [node.each] : [];
    case "parallel":
    case "join":
    case "timer":
    case "end":
      return [];
  }
};

/** The expression of a wire, if it has one. */
export const expressionsOfEdge = (edge: Edge): readonly string[] => (edge.on.kind === "when" ? [edge.on.when] : []);
