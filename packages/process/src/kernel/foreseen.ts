import type { Node } from "../definition/node.ts";
import type { DirectPeopleRule, PeopleRule } from "../definition/people.ts";
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

const timesOf = (node: Node): readonly string[] => {
  if (node.kind === "timer") return node.wait.until === "field" ? [node.wait.path] : [];
  if (node.kind !== "stage") return [];
  return node.moves.flatMap((move) => (move.trigger.by === "timerAt" ? [move.trigger.path] : []));
};

const pathsOf = (node: Node): readonly string[] => {
  switch (node.kind) {
    case "stage":
      return [...node.requiredToEnter, ...node.requiredToLeave];
    case "approval":
      return node.watchedFields;
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

const isDirect = (rule: PeopleRule): rule is DirectPeopleRule => rule.by !== "expression" && rule.by !== "table";

/** Whom the directory is asked for by steps that say so themselves, each question once: what the record works out is not known yet. */
const askedOfDirectory = (nodes: readonly Node[]): readonly (readonly DirectPeopleRule[])[] => {
  const asked = nodes.flatMap((node) => ("who" in node && node.who.every(isDirect) ? [node.who.filter(isDirect)] : []));
  return [
    ...new Map(asked.filter((rules) => rules.length > 0).map((rules) => [JSON.stringify(rules), rules])).values(),
  ];
};

const calledBy = (nodes: readonly Node[]): Foreseen["processes"] =>
  nodes.flatMap((node) => (node.kind === "subprocess" ? [{ process: node.process, version: node.version }] : []));

/** What a step of a plan may come to ask, whatever the record holds. */
export interface Foreseen {
  readonly paths: readonly string[];
  readonly spans: readonly Span[];
  /** What its texts say to people, each once; what hangs on an item of a list is not among them. */
  readonly shown: readonly Chain[];
  /** The fields whose time is waited for. */
  readonly times: readonly string[];
  readonly people: readonly (readonly DirectPeopleRule[])[];
  readonly processes: readonly { readonly process: string; readonly version: "latest" | number }[];
}

export const NOTHING_FORESEEN: Foreseen = { paths: [], spans: [], shown: [], times: [], people: [], processes: [] };

/** What a plan speaks of anywhere: asked for together, a long automatic stretch needs few rounds. */
export const foreseenIn = (
  definition: ProcessDefinition,
  expressions: readonly Expression[],
  fieldOf: FieldOf,
): Foreseen => {
  const spans = new Map(definition.nodes.flatMap(spansOf).map((span) => [JSON.stringify(span), span]));
  const paths = new Set([
    ...definition.nodes.flatMap((node) => [...pathsOf(node), ...timesOf(node)]),
    ...expressions.flatMap((expression) => [...expression.paths, ...currenciesOf(expression, fieldOf)]),
  ]);
  return {
    paths: [...paths],
    spans: [...spans.values()],
    shown: shownIn(expressions),
    times: [...new Set(definition.nodes.flatMap(timesOf))],
    people: askedOfDirectory(definition.nodes),
    processes: calledBy(definition.nodes),
  };
};
