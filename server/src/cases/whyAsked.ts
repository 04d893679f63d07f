import { factOf, upgradeEvent, type Actor, type DirectPeopleRule, type FoundPerson } from "@sluice/process";
import type { WhyAsked } from "./caseShapes.ts";

interface TaskRow {
  readonly key: string;
  readonly opened_seq: number;
  readonly people: readonly string[];
  readonly stands_for: unknown;
}

interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: unknown;
  readonly event: unknown;
  readonly used: unknown;
}

const HANDED: ReadonlySet<string> = new Set(["transfer", "delegate", "claim", "release", "addSigner", "reassign"]);

/** The rules that found somebody in the step that opened the work, as it was kept with that step. */
const rulesIn = (used: unknown, people: readonly string[]): readonly DirectPeopleRule[] =>
  Object.entries(used as Readonly<Record<string, unknown>>).flatMap(([key, value]) => {
    const fact = factOf(key);
    if (fact.fact !== "people") return [];
    const found = value as readonly FoundPerson[];
    return found.some(({ personId }) => people.includes(personId)) ? fact.rules : [];
  });

/** To whom an act hands work on; nobody where it only takes it. */
const handedTo = (act: {
  readonly do: string;
  readonly to?: unknown;
  readonly personIds?: unknown;
}): readonly string[] => {
  if (typeof act.to === "string") return [act.to];
  return Array.isArray(act.personIds) ? act.personIds.filter((id) => typeof id === "string") : [];
};

/** Why somebody has a piece of work: by which rules they were found, for whom they stand, and who handed it on since. */
export const whyAsked = (
  task: TaskRow,
  events: readonly EventRow[],
  nameOf: (id: string | null) => { readonly id: string; readonly name: string } | null,
): WhyAsked => {
  const opened = events.find(({ seq }) => seq === task.opened_seq);
  const standsFor = task.stands_for as Readonly<Record<string, string>>;
  const handed = events.flatMap(({ at, actor, event }): WhyAsked["handed"] => {
    const happening = upgradeEvent(event);
    const isOf =
      (happening.type === "task" && happening.task === task.key && HANDED.has(happening.act.do)) ||
      (happening.type === "intervene" && happening.act.do === "reassign" && happening.act.task === task.key);
    if (!isOf || !("act" in happening)) return [];
    const by = actor as Actor;
    return [
      {
        how: happening.act.do as WhyAsked["handed"][number]["how"],
        at,
        by: by.kind === "person" ? (nameOf(by.personId)?.name ?? "–") : null,
        to: handedTo(happening.act).map((id) => nameOf(id)?.name ?? "–"),
      },
    ];
  });
  return {
    rules: opened === undefined ? [] : [...rulesIn(opened.used, [...task.people, ...Object.values(standsFor)])],
    standsFor: Object.entries(standsFor).map(([personId, forId]) => ({
      name: nameOf(personId)?.name ?? "–",
      for: nameOf(forId)?.name ?? "–",
    })),
    handed,
  };
};

/** Everybody whom such words name. */
export const namedByActs = (tasks: readonly TaskRow[], events: readonly EventRow[]): readonly string[] => [
  ...tasks.flatMap(({ stands_for: standsFor }) => Object.entries(standsFor as Readonly<Record<string, string>>).flat()),
  ...events.flatMap(({ event }) => {
    const happening = upgradeEvent(event);
    return "act" in happening ? handedTo(happening.act) : [];
  }),
];
