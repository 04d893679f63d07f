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

/** To whom an act hands work on; nobody where it only takes it, or hands nothing on: what it leads to is a step then. */
const handedTo = (act: {
  readonly do: string;
  readonly to?: unknown;
  readonly personIds?: unknown;
}): readonly string[] => {
  if (!HANDED.has(act.do)) return [];
  if (typeof act.to === "string") return [act.to];
  return Array.isArray(act.personIds) ? act.personIds.filter((id) => typeof id === "string") : [];
};

interface Told {
  readonly tasks: readonly TaskRow[];
  readonly events: readonly EventRow[];
  readonly nameOf: (id: string | null) => { readonly id: string; readonly name: string } | null;
}

/** The act on another piece of work that opened this one: it was handed on, and whoever has it now has it by that. */
const openedBy = (task: TaskRow, { tasks, events }: Told): TaskRow | null => {
  const opened = events.find(({ seq }) => seq === task.opened_seq);
  const happening = opened === undefined ? null : upgradeEvent(opened.event);
  if (happening === null || !("act" in happening) || !HANDED.has(happening.act.do)) return null;
  const asked = [...task.people, ...Object.values(task.stands_for as Readonly<Record<string, string>>)];
  if (!handedTo(happening.act).some((id) => asked.includes(id))) return null;
  const from = happening.type === "task" ? happening.task : happening.act.do === "reassign" ? happening.act.task : null;
  const before = tasks.find(({ key }) => key === from);
  return before !== undefined && before.opened_seq < task.opened_seq ? before : null;
};

type Handed = WhyAsked["handed"][number] & { readonly seq: number };

/** Who handed a piece of work on, from the first who had it. */
const handedOn = (task: TaskRow, told: Told): readonly Handed[] => {
  const before = openedBy(task, told);
  const earlier = before === null ? [] : handedOn(before, told).filter(({ seq }) => seq <= task.opened_seq);
  const own = told.events.flatMap(({ seq, at, actor, event }): readonly Handed[] => {
    const happening = upgradeEvent(event);
    const isOf =
      (happening.type === "task" && happening.task === task.key && HANDED.has(happening.act.do)) ||
      (happening.type === "intervene" && happening.act.do === "reassign" && happening.act.task === task.key);
    if (!isOf || !("act" in happening)) return [];
    const by = actor as Actor;
    return [
      {
        seq,
        how: happening.act.do as Handed["how"],
        at,
        by: by.kind === "person" ? (told.nameOf(by.personId)?.name ?? "–") : null,
        to: handedTo(happening.act).map((id) => told.nameOf(id)?.name ?? "–"),
      },
    ];
  });
  return [...earlier, ...own];
};

/** The rules that found whoever had the work first. */
const rulesFor = (task: TaskRow, told: Told): readonly DirectPeopleRule[] => {
  const before = openedBy(task, told);
  if (before !== null) return rulesFor(before, told);
  const opened = told.events.find(({ seq }) => seq === task.opened_seq);
  const standsFor = Object.values(task.stands_for as Readonly<Record<string, string>>);
  return opened === undefined ? [] : rulesIn(opened.used, [...task.people, ...standsFor]);
};

/**
 * Why somebody has, or had, a piece of work: by which rules they were found, for whom they stand, and who handed it on since,
 * from the first who had it. `tasks` are all of the case.
 */
export const whyAsked = (task: TaskRow, told: Told): WhyAsked => ({
  rules: [...rulesFor(task, told)],
  standsFor: Object.entries(task.stands_for as Readonly<Record<string, string>>).map(([personId, forId]) => ({
    name: told.nameOf(personId)?.name ?? "–",
    for: told.nameOf(forId)?.name ?? "–",
  })),
  handed: handedOn(task, told).map(({ seq: _seq, ...handed }) => handed),
});

/** Everybody whom such words name. */
export const namedByActs = (tasks: readonly TaskRow[], events: readonly EventRow[]): readonly string[] => [
  ...tasks.flatMap(({ stands_for: standsFor }) => Object.entries(standsFor as Readonly<Record<string, string>>).flat()),
  ...events.flatMap(({ event }) => {
    const happening = upgradeEvent(event);
    return "act" in happening ? handedTo(happening.act) : [];
  }),
];
