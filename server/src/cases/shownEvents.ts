import { fillTemplate, type Language, reasonIn } from "@sluice/problems";
import {
  type Actor,
  factOf,
  type Fact,
  type Json,
  type ProcessDefinition,
  resubmission,
  outcomeNamed,
} from "@sluice/process";
import { z } from "zod";
import type { Named } from "../people/namesOf.ts";
import { json } from "../shape/json.ts";
import { textIn } from "../shape/textIn.ts";
import type { ShownEvent } from "./caseShapes.ts";
import { eventTitles, factLabels, machineNames } from "./caseWords.ts";
import type { ChildEnding } from "./childEndings.ts";

/** A row of a case's evidence as it stands in the database. */
export interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: unknown;
  readonly event: unknown;
  readonly used: unknown;
}

interface Parts {
  readonly definition: ProcessDefinition;
  readonly language: Language;
  readonly nameOf: (id: string | null) => Named | null;
  /** The node of each task of the case, by the task's key. */
  readonly nodeOfTask: ReadonlyMap<string, string>;
  /** The node of each effect of the case, by the effect's key. */
  readonly nodeOfEffect: ReadonlyMap<string, string>;
  /** Whether the reader may see what somebody said at a node. */
  readonly mayReadWords: (node: string | undefined, author: string | null) => boolean;
  /** What a child that ended is called, and its outcome; null where nothing is known of it. */
  readonly childEnding: (childKey: string, outcome: string | null) => ChildEnding | null;
  readonly labelOfField: (path: string) => string;
  /** What the reader may see of a field's value; null leaves the fact out. */
  readonly shownField: (path: string, value: Json) => { readonly value: Json } | null;
}

const actor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), personId: z.string(), onBehalfOf: z.string().optional() }),
  z.object({ kind: z.literal("system"), name: z.string() }),
]);
const happening = z.looseObject({ type: z.string() });
const used = z.record(z.string(), json).catch({});

/** Who stands behind an event, when a person does. */
export const personIn = (row: EventRow): string | null => {
  const parsed = actor.safeParse(row.actor);
  return parsed.success && parsed.data.kind === "person" ? parsed.data.personId : null;
};

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const kindOf = (event: Record<string, unknown>): string => {
  const act =
    typeof event["act"] === "object" && event["act"] !== null && "do" in event["act"] ? String(event["act"].do) : null;
  return act === null ? String(event["type"]) : `${String(event["type"])}.${act}`;
};

const factLine = (
  fact: Fact,
  value: Json,
  { language, labelOfField, shownField }: Parts,
): ShownEvent["used"][number] | null => {
  if (fact.fact === "field") {
    const shown = shownField(fact.path, value);
    return shown === null ? null : { label: labelOfField(fact.path), path: fact.path, value: shown.value };
  }
  // They decide nothing, and would tell whom and what a hidden field holds.
  if (fact.fact === "nameOf" || fact.fact === "wallTime") return null;
  const label = factLabels[fact.fact]?.[language] ?? fact.fact;
  return {
    label: fillTemplate(label, {
      ...("rule" in fact ? { rule: fact.rule } : {}),
      ...("process" in fact ? { process: fact.process } : {}),
    }),
    path: null,
    value,
  };
};

/**
 * Turns the evidence of a case into lines that a person reads, in the reader's language, with the facts that each step looked
 * at as far as the reader may see them.
 */
export const shownEvents = (rows: readonly EventRow[], parts: Parts): ShownEvent[] => {
  const { definition, language, nameOf } = parts;
  const nodeName = (id: string | null | undefined): string =>
    textIn(definition.nodes.find((node) => node.id === id && "name" in node)?.name, language, id ?? "–");
  const moveName = (id: string): string =>
    textIn(
      definition.nodes.flatMap((node) => (node.kind === "stage" ? node.moves : [])).find((move) => move.id === id)
        ?.name,
      language,
      id,
    );
  const outcomeName = (node: string | undefined, outcome: string | null): string => {
    const named = outcomeNamed(
      definition.nodes.find((it) => it.id === node),
      outcome,
    );
    return textIn(named ?? (outcome === resubmission.key ? resubmission.name : undefined), language, outcome ?? "–");
  };
  return rows.map((row): ShownEvent => {
    const event = happening.parse(row.event);
    const who = actor.safeParse(row.actor);
    const task = text(event["task"]);
    const node = task === null ? parts.nodeOfEffect.get(String(event["effect"])) : (parts.nodeOfTask.get(task) ?? task);
    const act = event["act"];
    const outcome =
      typeof act === "object" && act !== null && "outcome" in act ? String(act.outcome) : text(event["outcome"]);
    const jumpsTo =
      typeof act === "object" && act !== null && "do" in act && act.do === "jump" && "to" in act
        ? String(act.to)
        : typeof act === "object" && act !== null && "task" in act
          ? parts.nodeOfTask.get(String(act.task))
          : node;
    const child =
      event.type === "childEnded" ? parts.childEnding(String(event["childKey"]), text(event["outcome"])) : null;
    const values = {
      process: child?.process ?? "–",
      move: moveName(String(event["move"])),
      node: nodeName(jumpsTo),
      reason: event.type === "effectFailed" ? reasonIn(text(event["reason"]) ?? "–", language) : text(event["reason"]),
      message: text(event["message"]) ?? "–",
      version: versionIn(event["to"]),
      outcome: child?.outcome ?? outcomeName(node, outcome),
    };
    const title = eventTitles[kindOf(event)] ?? eventTitles[event.type];
    const personId = personIn(row);
    return {
      seq: row.seq,
      at: row.at,
      type: event.type,
      actorId: personId,
      actorName:
        personId === null ? machineName(who.success ? who.data : null, language) : (nameOf(personId)?.name ?? "–"),
      title: title === undefined ? event.type : fillTemplate(title[language], values),
      detail:
        (parts.mayReadWords(node, personId) ? text(event["comment"]) : null) ??
        (event.type === "move" || event.type === "intervene" || event.type === "migrate"
          ? reasonOfStep(text(event["reason"]), personId === null, language)
          : null),
      used: Object.entries(used.parse(row.used)).flatMap(([key, value]) => factLine(factOf(key), value, parts) ?? []),
    };
  });
};

/** The version that a case was taken over to. */
const versionIn = (to: unknown): string =>
  typeof to === "object" && to !== null && "version" in to ? String(to.version) : "–";

/** A person's reason stands as they wrote it; a machine's reads in the reader's language. */
const reasonOfStep = (reason: string | null, isMachines: boolean, language: Language): string | null =>
  reason !== null && isMachines ? reasonIn(reason, language) : reason;

const machineName = (who: { kind: string; name?: string } | Actor | null, language: Language): string => {
  const name = who !== null && "name" in who ? who.name : undefined;
  return name === undefined ? "–" : (machineNames[name]?.[language] ?? name);
};
