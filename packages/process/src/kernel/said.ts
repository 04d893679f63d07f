import type { Chain } from "../expression/chains.ts";
import type { Expression } from "../expression/expression.ts";
import {
  currencyPathOf,
  instantOf,
  meantField,
  meantInstant,
  meantPerson,
  meantPlainly,
  meantStage,
  meantVariable,
  personIdsOf,
  sayMeant,
  type Meant,
} from "../expression/meant.ts";
import type { ShownUse } from "../expression/shownUses.ts";
import type { Fact } from "./fact.ts";
import type { Json } from "./json.ts";
import type { Plan } from "./plan.ts";
import type { CaseState } from "./state.ts";
import type { Step } from "./step.ts";

/** Who did the last finished piece of people's work of a case. */
export const decidedBy = (plan: Pick<Plan, "nodes">, { trail }: Pick<CaseState, "trail">): readonly string[] =>
  trail.findLast(({ node, by }) => {
    const kind = plan.nodes.get(node)?.kind;
    return by.length > 0 && (kind === "approval" || kind === "task");
  })?.by ?? [];

const memberOf = (value: Json, name: string): Json =>
  value !== null && typeof value === "object" && !Array.isArray(value) && Object.hasOwn(value, name)
    ? ((value as { readonly [key: string]: Json })[name] ?? null)
    : null;

interface Seen {
  readonly step: Step;
  readonly values: ReadonlyMap<string, Json>;
  readonly item: Json;
}

const ofCase = ({ plan, state }: Step, member: string | undefined): Meant => {
  switch (member) {
    case "initiatorId":
      return meantPerson(state.initiatorId);
    case "decidedBy":
      return meantPerson(decidedBy(plan, state));
    case "openedAt":
      return meantInstant(state.openedAt);
    case "stage":
      return meantStage(plan.definition.nodes, state.stage);
    default:
      return meantPlainly(null);
  }
};

const meantBy = ({ root, members }: Chain, { step, values, item }: Seen): Meant => {
  const { plan, state, event } = step;
  const [first, ...others] = members;
  const path = members.join(".");
  switch (root) {
    case "record":
      if (path === "stage") return meantStage(plan.definition.nodes, values.get(path) ?? null);
      return meantField(path, { fieldOf: plan.fieldOfPath, valueOf: (at) => values.get(at) ?? null });
    case "form": {
      const form: { readonly [path: string]: Json } = "form" in event ? event.form : {};
      return meantField(path, { fieldOf: plan.fieldOfPath, valueOf: (at) => form[at] ?? values.get(at) ?? null });
    }
    case "vars": {
      const value = memberOf(state.variables, first ?? "");
      return others.length === 0
        ? meantVariable(value, plan.typeOfVariable(path))
        : meantPlainly(others.reduce(memberOf, value));
    }
    case "case":
      return ofCase(step, first);
    case "actor":
      if (event.actor.kind === "person") return meantPerson(first === "personId" ? event.actor.personId : null);
      return meantPlainly(first === "system" ? event.actor.name : null);
    case "now":
      return meantInstant(event.at);
    default:
      return meantPlainly(members.reduce(memberOf, item));
  }
};

const wallIn = (answer: Json, at: string): string => (typeof answer === "string" ? answer : at);

/** The fields of the record that are looked up to say these. */
const pathsOf = (uses: readonly ShownUse[], { fieldOfPath }: Plan): readonly string[] => [
  ...new Set(
    uses.flatMap(({ root, members }) => {
      const path = members.join(".");
      const beside = root === "record" || root === "form" ? currencyPathOf(path, fieldOfPath) : null;
      return [...(root === "record" ? [path] : []), ...(beside === null ? [] : [beside])];
    }),
  ),
];

/** Whom and what to ask for, so that these can be said. */
const questionsOf = (meant: readonly Meant[]): readonly Fact[] => [
  ...[...new Set(meant.flatMap(personIdsOf))].map((personId): Fact => ({ fact: "nameOf", personId })),
  ...[...new Set(meant.flatMap((it) => instantOf(it) ?? []))].map((at): Fact => ({ fact: "wallTime", at })),
];

/** Whom and what the texts of the whole plan would ask for, as far as their values are known by now. */
const foreseenBy = (step: Step): readonly Fact[] => {
  const { shown } = step.plan.foreseen;
  const values = new Map(
    shown
      .filter(({ root }) => root === "record" || root === "form")
      .map(({ members }) => {
        const path = members.join(".");
        return [path, step.knownField(path)];
      }),
  );
  return questionsOf(shown.map((use) => meantBy(use, { step, values, item: null })));
};

/**
 * What an expression says as people do, in its order: amounts with their currency, choices and people by their names, times as
 * the clocks of the record's working calendar show them. Looks up what it needs now; the texts are made when they are asked for.
 */
export const sayingIn = (step: Step, { shown }: Expression, item: Json): (() => readonly string[]) => {
  const values = step.fields(pathsOf(shown, step.plan));
  const meant = shown.map((use) => ({ language: use.language, it: meantBy(use, { step, values, item }) }));
  const asked = questionsOf(meant.map(({ it }) => it));
  const answers = step.look(asked, () => foreseenBy(step));
  const answerTo = (key: string): Json =>
    answers[
      asked.findIndex((fact) => (fact.fact === "nameOf" ? fact.personId : fact.fact === "wallTime" && fact.at) === key)
    ] ?? null;
  const telling = { nameOf: answerTo, wallOf: (at: string) => wallIn(answerTo(at), at) };
  return () => meant.map(({ it, language }) => sayMeant(it, language, telling));
};
