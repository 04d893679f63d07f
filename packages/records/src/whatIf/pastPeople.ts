import type { DirectPeopleRule, Fact, FoundPerson, Json } from "@sluice/process";
import type { RecordRef } from "../registry/storedRecord.ts";
import type { PastDirectory, PastPerson } from "./pastDirectory.ts";
import type { PastRecords } from "./pastRecords.ts";

type PeopleFact = Extract<Fact, { fact: "people" }>;
type Everybody = ReadonlyMap<string, PastPerson>;

/** How far chains of managers are followed, as by the door. */
const MOST_LEVELS = 10;

/** What the people of a closed case are found with. */
export interface PastSearch {
  readonly directory: PastDirectory;
  readonly records: PastRecords;
  readonly record: RecordRef;
  readonly caseId: string;
  readonly initiatorId: string | null;
}

/** Thrown where the past does not tell; caught where the question came from. */
export class NotTold extends Error {}

const told = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new NotTold();
  return value;
};

const isId = (value: Json): value is string => typeof value === "string" && value !== "";

/** The managers over a person, the nearest first; a circle of managers ends where it began. */
export const managersOver = (everybody: Everybody, personId: string): readonly PastPerson[] => {
  const chain: PastPerson[] = [];
  for (
    let at = everybody.get(everybody.get(personId)?.managerId ?? "");
    at !== undefined && chain.length < MOST_LEVELS && at.id !== personId && !chain.includes(at);
    at = everybody.get(at.managerId ?? "")
  )
    chain.push(at);
  return chain;
};

const isAway = ({ absent }: PastPerson, at: string): boolean =>
  absent !== null && absent.from <= at && (absent.until === null || absent.until > at);

/** Drops who had left; where someone was away, their deputy stood for them. */
const present = (everybody: Everybody, ids: readonly string[], at: string): readonly FoundPerson[] =>
  [...new Set(ids)].flatMap((personId): FoundPerson[] => {
    const person = everybody.get(personId);
    if (person === undefined || !person.active) return [];
    const deputy = isAway(person, at) ? everybody.get(person.absent?.deputyId ?? "") : undefined;
    return deputy?.active && !isAway(deputy, at) ? [{ personId: deputy.id, standsFor: personId }] : [{ personId }];
  });

const finder = (
  fact: PeopleFact,
  { search, everybody, at }: { search: PastSearch; everybody: Everybody; at: string },
) => {
  const { directory, records, record, caseId, initiatorId } = search;
  const active = [...everybody.values()].filter((person) => person.active);
  const valueAt = (path: string): Json => told(records.value(record, path, { at, butBy: caseId }));
  const anchors = (of: "initiator" | "owner" | "previous"): readonly string[] => {
    if (of === "previous") return fact.previous;
    return [of === "owner" ? valueAt("owner") : initiatorId].filter(isId);
  };
  const headOf = (departmentId: string | undefined): readonly string[] => {
    const department = directory.departments.get(departmentId ?? "");
    if (department === undefined) return [];
    if (department.updatedAt > at) throw new NotTold();
    return department.headId === null ? [] : [department.headId];
  };
  const idsAt = (path: string): readonly string[] => [valueAt(path)].flat().filter(isId);
  const covering = (territoryId: string, post: string | undefined, level: number): readonly string[] => {
    const territory = { type: "territory", id: territoryId };
    const members = told(records.value(territory, "members", { at, butBy: null })) as
      | readonly { readonly person?: Json }[]
      | null;
    const found = (members ?? [])
      .map(({ person }) => person ?? null)
      .filter(isId)
      .filter((id) => everybody.get(id)?.active === true && (post === undefined || everybody.get(id)?.post === post));
    const parent = records.value(territory, "parent", { at, butBy: null }) ?? null;
    return found.length > 0 || !isId(parent) || level === MOST_LEVELS ? found : covering(parent, post, level + 1);
  };
  const upTo = (
    personId: string,
    { level, role }: { readonly level?: number | undefined; readonly role?: string | undefined },
  ) => {
    const chain = managersOver(everybody, personId);
    const last = role === undefined ? -1 : chain.findIndex(({ roles }) => roles.includes(role));
    return chain
      .slice(0, last === -1 ? (level ?? chain.length) : Math.min(last + 1, level ?? chain.length))
      .map(({ id }) => id);
  };
  return (rule: DirectPeopleRule): readonly string[] => {
    switch (rule.by) {
      case "person":
        return rule.personIds;
      case "role":
        return active.filter(({ roles }) => roles.includes(rule.role)).map(({ id }) => id);
      case "post":
        return active.filter(({ post }) => post === rule.post).map(({ id }) => id);
      case "departmentHead":
        return anchors(rule.of).flatMap((id) => headOf(everybody.get(id)?.departmentId));
      case "departmentMembers":
        return anchors(rule.of).flatMap((id) =>
          active.filter(({ departmentId }) => departmentId === everybody.get(id)?.departmentId).map((it) => it.id),
        );
      case "manager":
        return anchors(rule.of).flatMap((id) =>
          managersOver(everybody, id)
            .slice(rule.level - 1, rule.level)
            .map((it) => it.id),
        );
      case "managersUpTo":
        return anchors(rule.of).flatMap((id) => upTo(id, rule));
      case "personInField":
        return idsAt(rule.path);
      case "departmentHeadInField":
        return idsAt(rule.path).flatMap(headOf);
      case "territory":
        return idsAt(rule.path).flatMap((id) => covering(id, rule.post, 1));
      case "initiator":
      case "owner":
        return anchors(rule.by);
      case "initiatorPicks":
      case "previousPicks":
        return fact.picked.filter(
          (id) => rule.role === undefined || everybody.get(id)?.roles.includes(rule.role) === true,
        );
    }
  };
};

/** The people that rules would have found then, by the same rules as the door's. Throws `NotTold` where nobody can tell. */
export const pastPeople = (fact: PeopleFact, search: PastSearch, at: string): readonly FoundPerson[] => {
  const everybody = told(search.directory.at(at) ?? undefined);
  return present(everybody, fact.rules.flatMap(finder(fact, { search, everybody, at })), at);
};
