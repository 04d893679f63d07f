import type { DirectPeopleRule } from "../definition/people.ts";
import type { Fact, FoundPerson } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { CaseState } from "../kernel/state.ts";
import { afterWork, endOfDay, wallTime } from "./calendar.ts";
import { afterSpan, isoOf, msOf } from "./spans.ts";
import type { SimulatedPerson, SimulatedWorld } from "./world.ts";

type PeopleFact = Fact & { fact: "people" };

const personIn = (world: SimulatedWorld, id: string | null | undefined): SimulatedPerson | undefined =>
  world.people.find((person) => person.id === id);

/** The managers above a person, the nearest first; a circle of managers ends where it began. */
const managersAbove = (world: SimulatedWorld, id: string | null | undefined): readonly SimulatedPerson[] => {
  const above: SimulatedPerson[] = [];
  for (
    let at = personIn(world, personIn(world, id)?.managerId);
    at && !above.includes(at);
    at = personIn(world, at.managerId)
  )
    above.push(at);
  return above;
};

/** What somebody is called: as the world says, else as they are known there. */
const nameIn = (world: SimulatedWorld, id: string): Json => {
  const person = personIn(world, id);
  const name = person?.name ?? person?.id ?? null;
  return name === null || typeof name === "string" ? name : { ...name };
};

const valueAt = (record: SimulatedWorld["record"], path: string): Json =>
  Object.hasOwn(record, path) ? (record[path] ?? null) : null;

const headOf = (world: SimulatedWorld, department: string | undefined): string | undefined =>
  world.departmentHeads?.[department ?? ""];

const idsByRule = (
  world: SimulatedWorld,
  state: CaseState,
  fact: PeopleFact,
  rule: DirectPeopleRule,
): readonly (string | undefined)[] => {
  const anchorOf = (of: "initiator" | "owner" | "previous"): string | null =>
    of === "owner" ? (world.ownerId ?? null) : of === "previous" ? (fact.previous[0] ?? null) : state.initiatorId;
  const withRole = (role: string | undefined): readonly string[] =>
    world.people.filter((person) => role === undefined || person.roles.includes(role)).map((person) => person.id);
  switch (rule.by) {
    case "person":
      return rule.personIds;
    case "role":
      return withRole(rule.role);
    case "post":
      return world.people.filter((person) => person.post === rule.post).map((person) => person.id);
    case "departmentHead":
      return [headOf(world, personIn(world, anchorOf(rule.of))?.department)];
    case "departmentMembers": {
      const department = personIn(world, anchorOf(rule.of))?.department;
      return world.people.filter((person) => person.department === department).map((person) => person.id);
    }
    case "manager":
      return [managersAbove(world, anchorOf(rule.of))[rule.level - 1]?.id];
    case "managersUpTo": {
      const chain = managersAbove(world, anchorOf(rule.of));
      const stop =
        rule.role === undefined
          ? (rule.level ?? chain.length)
          : chain.findIndex((person) => person.roles.includes(rule.role as string)) + 1;
      return chain.slice(0, stop).map((person) => person.id);
    }
    case "personInField":
      return [valueAt(world.record, rule.path) as string];
    case "departmentHeadInField":
      return [headOf(world, valueAt(world.record, rule.path) as string)];
    case "territory":
      return world.people
        .filter(({ territories = [], post }) => {
          const isThere = territories.includes(valueAt(world.record, rule.path) as string);
          return isThere && (rule.post === undefined || post === rule.post);
        })
        .map((person) => person.id);
    case "initiator":
      return [state.initiatorId ?? undefined];
    case "owner":
      return [world.ownerId];
    case "initiatorPicks":
    case "previousPicks":
      return fact.picked.filter((id) => withRole(rule.role).includes(id));
  }
};

const present = (world: SimulatedWorld, id: string | undefined): readonly FoundPerson[] => {
  const person = personIn(world, id);
  if (!person || person.active === false) return [];
  return person.deputyId ? [{ personId: person.deputyId, standsFor: person.id }] : [{ personId: person.id }];
};

/** Answers the kernel's questions out of a simulated world. Pure. */
export const answerFact = (world: SimulatedWorld, state: CaseState, fact: Fact): Json => {
  switch (fact.fact) {
    case "field":
      return valueAt(world.record, fact.path);
    case "rule":
      return (world.rules?.[fact.rule] ?? []) as unknown as Json;
    case "people":
      return fact.rules
        .flatMap((rule) => idsByRule(world, state, fact, rule))
        .flatMap((id) => present(world, id)) as unknown as Json;
    case "mayEdit":
      return personIn(world, fact.personId)?.active !== false;
    case "dueAt":
      return world.calendar ? afterWork(world.calendar, fact.from, fact.span) : afterSpan(fact.from, fact.span);
    case "endOfDay":
      return world.calendar ? endOfDay(world.calendar, fact.on) : `${fact.on}T23:59:59.999Z`;
    case "shifted":
      return isoOf(msOf(fact.at) + msOf(fact.to) - msOf(fact.from));
    case "pick":
      return fact.from[0] ?? null;
    case "process": {
      if (world.processes === "any") return { version: fact.version === "latest" ? 1 : fact.version };
      const version = world.processes?.[fact.process];
      return version === undefined ? null : { version };
    }
    case "managerOf":
      return managersAbove(world, fact.personId)[fact.level - 1]?.id ?? null;
    case "nameOf":
      return nameIn(world, fact.personId);
    case "wallTime":
      return wallTime(world.calendar, fact.at);
    case "effectsDone":
      return world.effectsDone ?? [];
  }
};
