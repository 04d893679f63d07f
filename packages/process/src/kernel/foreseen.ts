import type { Node } from "../definition/node.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Sla, Span } from "../definition/time.ts";
import type { Chain } from "../expression/chains.ts";
import type { Expression } from "../expression/expression.ts";
import { currencyPathOf, type FieldOf } from "../expression/meant.ts";

const ofSla = (sla: Sla | undefined): readonly Span[] =>
  sla ? [sla.due, ...sla.ladder.map((rung) => rung.after)] : [];

const spansOf = (node: Node): readonly Span[] => {
  switch (node.kind) {
    case "stage":
      return [
        ...node.moves.flatMap((move) => (move.trigger.by === "timer" ? [move.trigger.after] : [])),
        ...(node.ageLimit ? [node.ageLimit.after] : []),
        ...(node.ageLimit?.warnAfter ? [node.ageLimit.warnAfter] : []),
      ];
    case "task":
    case "approval":
      return ofSla(node.sla);
    case "timer":
      return node.wait.until === "span" ? [node.wait.span] : [];
    case "message":
      return node.giveUpAfter ? [node.giveUpAfter] : [];
    case "race":
      return node.runners.flatMap((runner) => (runner.on.kind === "timer" ? [runner.on.after] : []));
    default:
      return [];
  }
};

const pathsOf = (node: Node): readonly string[] => {
  switch (node.kind) {
    case "stage":
      return [
        ...node.requiredToEnter,
        ...node.requiredToLeave,
        ...node.moves.flatMap((move) => (move.trigger.by === "timerAt" ? [move.trigger.path] : [])),
      ];
    case "approval":
      return node.watchedFields;
    case "timer":
      return node.wait.until === "field" ? [node.wait.path] : [];
    default:
      return [];
  }
};

/** The fields that say in which currency an expression's amounts are. */
const currenciesOf = ({ shown }: Expression, fieldOf: FieldOf): readonly string[] =>
  shown.flatMap(({ root, members }) => (root === "record" ? (currencyPathOf(members.join("."), fieldOf) ?? []) : []));

/** What expressions say to people, each once. */
const shownIn = (expressions: readonly Expression[]): readonly Chain[] => {
  const uses = expressions.flatMap(({ shown }) => shown).filter(({ root }) => root !== "item");
  return [...new Map(uses.map(({ root, members }) => [[root, ...members].join("."), { root, members }])).values()];
};

/** The fields, spans and shown values that a plan speaks of anywhere: asked for together, a long automatic stretch needs few rounds. */
export const foreseenIn = (definition: ProcessDefinition, expressions: readonly Expression[], fieldOf: FieldOf) => {
  const spans = new Map(definition.nodes.flatMap(spansOf).map((span) => [JSON.stringify(span), span]));
  const paths = new Set([
    ...definition.nodes.flatMap(pathsOf),
    ...expressions.flatMap((expression) => [...expression.paths, ...currenciesOf(expression, fieldOf)]),
  ]);
  return { paths: [...paths], spans: [...spans.values()], shown: shownIn(expressions) };
};
