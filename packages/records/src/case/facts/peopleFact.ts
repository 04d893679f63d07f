import type { DirectPeopleRule, Fact, FoundPerson, Json } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../../generated/database.ts";
import { directory, type Directory } from "../../person/directory.ts";
import { recordOf, type FactLook, type FactSource } from "./factSource.ts";
import { valueAtPath } from "./fieldFact.ts";

type PeopleFact = Extract<Fact, { fact: "people" }>;

interface Search {
  readonly fact: PeopleFact;
  readonly source: FactSource;
  readonly look: FactLook;
  readonly who: Directory;
}

const isId = (value: Json): value is string => typeof value === "string" && value !== "";

const anchors = async (
  { fact, source, look }: Search,
  of: "initiator" | "owner" | "previous",
): Promise<readonly string[]> => {
  switch (of) {
    case "initiator":
      return source.initiatorId === null ? [] : [source.initiatorId];
    case "owner":
      return [(await recordOf(source, look)).fields["owner"] ?? null].filter(isId);
    case "previous":
      return fact.previous;
  }
};

const ofEach = async (
  people: readonly string[],
  find: (personId: string) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const personId of people) found.push(...(await find(personId)));
  return found;
};

const atPath = async ({ source, look }: Search, path: string): Promise<readonly string[]> => {
  const value = await valueAtPath(await recordOf(source, look), path, { types: source.house.types, look });
  return (Array.isArray(value) ? value : [value]).filter(isId);
};

const picked = async ({ fact, who }: Search, role: string | undefined): Promise<readonly string[]> => {
  if (role === undefined) return fact.picked;
  const allowed = new Set(await who.inRole(role));
  return fact.picked.filter((personId) => allowed.has(personId));
};

/** Managers from the nearest up to a level, or up to and with the first who has a role; all of them when neither is said. */
const managersUpTo = async (
  who: Directory,
  personId: string,
  { level, role }: { readonly level?: number | undefined; readonly role?: string | undefined },
): Promise<readonly string[]> => {
  const chain = await who.managersOver(personId);
  const last = role === undefined ? -1 : chain.findIndex((manager) => manager.roles.includes(role));
  return chain
    .slice(0, last === -1 ? (level ?? chain.length) : Math.min(last + 1, level ?? chain.length))
    .map((manager) => manager.id);
};

const foundBy = async (rule: DirectPeopleRule, search: Search): Promise<readonly string[]> => {
  const { who } = search;
  switch (rule.by) {
    case "person":
      return rule.personIds;
    case "role":
      return who.inRole(rule.role);
    case "post":
      return who.inPost(rule.post);
    case "departmentHead":
      return ofEach(await anchors(search, rule.of), who.headOver);
    case "departmentMembers":
      return ofEach(await anchors(search, rule.of), who.membersWith);
    case "manager":
      return ofEach(await anchors(search, rule.of), async (personId) =>
        (await who.managersOver(personId)).slice(rule.level - 1, rule.level).map((it) => it.id),
      );
    case "managersUpTo":
      return ofEach(await anchors(search, rule.of), (personId) => managersUpTo(who, personId, rule));
    case "personInField":
      return atPath(search, rule.path);
    case "departmentHeadInField":
      return ofEach(await atPath(search, rule.path), who.headOf);
    case "territory":
      return ofEach(await atPath(search, rule.path), (territoryId) => who.covering(territoryId, rule.post));
    case "initiator":
    case "owner":
      return anchors(search, rule.by);
    case "initiatorPicks":
    case "previousPicks":
      return picked(search, rule.role);
  }
};

interface Presence {
  readonly id: string;
  readonly deputy_id: string | null;
}

/** Drops who has left; where someone is away, their deputy stands for them, when there is one who is here. */
const present = async (db: Kysely<DB>, personIds: readonly string[], at: string): Promise<readonly FoundPerson[]> => {
  if (personIds.length === 0) return [];
  const { rows } = await sql<Presence>`
    SELECT p.id, CASE WHEN p.absent_from <= ${at} AND (p.absent_until IS NULL OR p.absent_until > ${at}) THEN d.id END AS deputy_id
    FROM person p LEFT JOIN person d ON d.id = p.deputy_id AND d.active
      AND NOT coalesce(d.absent_from <= ${at} AND (d.absent_until IS NULL OR d.absent_until > ${at}), FALSE)
    WHERE p.active AND p.id = ANY (${personIds}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(personIds)].flatMap((personId): FoundPerson[] => {
    const row = byId.get(personId);
    if (row === undefined) return [];
    return [row.deputy_id === null ? { personId } : { personId: row.deputy_id, standsFor: personId }];
  });
};

/** The active people that rules find, in the rules' order, each once for whom they stand. */
export const people = async (fact: PeopleFact, source: FactSource, look: FactLook): Promise<readonly FoundPerson[]> => {
  const search: Search = { fact, source, look, who: directory(source.db) };
  const found: string[] = [];
  for (const rule of fact.rules) found.push(...(await foundBy(rule, search)));
  return present(source.db, found, source.at);
};
