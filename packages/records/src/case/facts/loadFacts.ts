import { factOf, type Fact, type FactKey, type Facts, type Json } from "@sluice/process";
import { readAsker } from "../../person/asker.ts";
import { directory } from "../../person/directory.ts";
import { isAuthorised } from "../../rights/authorise.ts";
import { dueAt, endOfDay, shifted, wallTime } from "./calendarFact.ts";
import { factLook, recordOf, type FactLook, type FactSource } from "./factSource.ts";
import { valueAtPath } from "./fieldFact.ts";
import { people } from "./peopleFact.ts";
import { pick } from "./pickFact.ts";

const rule = async (key: string, source: FactSource, look: FactLook): Promise<Json> => {
  const check = source.house.types.get(source.record.type).rules?.[key];
  if (check === undefined) throw new Error(`the rule ${key} of ${source.record.type} is not known`);
  return (await check(await recordOf(source, look), look)) as unknown as Json;
};

const mayEdit = async (personId: string, source: FactSource, look: FactLook): Promise<boolean> =>
  isAuthorised(source.house.rights, await readAsker(source.db, personId), {
    action: "patch",
    record: await recordOf(source, look),
  });

const processVersion = async (key: string, version: "latest" | number, source: FactSource): Promise<Json> => {
  const row = await source.db
    .selectFrom("process")
    .select("published_version")
    .where("key", "=", key)
    .executeTakeFirst();
  if (version === "latest")
    return typeof row?.published_version === "number" ? { version: row.published_version } : null;
  const found = await source.db
    .selectFrom("process_version")
    .select("version")
    .where("process_key", "=", key)
    .where("version", "=", version)
    .executeTakeFirst();
  return found === undefined ? null : { version: found.version };
};

const departmentOf = async (source: FactSource, look: FactLook): Promise<string | null> => {
  const { department } = (await recordOf(source, look)).fields;
  return typeof department === "string" ? department : null;
};

/** The steps whose outer effect was done, and not merely taken back by another. */
const effectsDone = async (db: FactSource["db"], caseId: string): Promise<Json> => {
  const rows = await db
    .selectFrom("effect")
    .select("node")
    .distinct()
    .where("case_id", "=", caseId)
    .where("status", "in", ["done", "happenedAnyway"])
    .where("undoes", "is", null)
    .orderBy("node")
    .execute();
  return rows.map(({ node }) => node);
};

const answer = async (fact: Fact, source: FactSource, look: FactLook): Promise<Json> => {
  switch (fact.fact) {
    case "field":
      return valueAtPath(await recordOf(source, look), fact.path, { types: source.house.types, look });
    case "rule":
      return rule(fact.rule, source, look);
    case "people":
      return (await people(fact, source, look)) as unknown as Json;
    case "mayEdit":
      return mayEdit(fact.personId, source, look);
    case "dueAt":
      return dueAt(source.db, { from: fact.from, span: fact.span, departmentId: await departmentOf(source, look) });
    case "endOfDay":
      return endOfDay(source.db, { on: fact.on, departmentId: await departmentOf(source, look) });
    case "shifted":
      return shifted(fact.at, fact.from, fact.to);
    case "pick":
      return pick(source, fact);
    case "process":
      return processVersion(fact.process, fact.version, source);
    case "managerOf":
      return (await directory(source.db).managersOver(fact.personId))[fact.level - 1]?.id ?? null;
    case "nameOf":
      return directory(source.db).nameOf(fact.personId);
    case "wallTime":
      return wallTime(source.db, { at: fact.at, departmentId: await departmentOf(source, look) });
    case "effectsDone":
      return source.caseId === null ? [] : effectsDone(source.db, source.caseId);
  }
};

/** Loads the answers to these questions, one after the other, and notes what each was read from. */
export const loadFacts = async (keys: readonly FactKey[], source: FactSource): Promise<Facts> => {
  const facts: Record<FactKey, Json> = {};
  for (const key of keys) {
    const look = factLook(source);
    facts[key] = await answer(factOf(key), source, look);
    source.readFrom.set(key, look.read);
  }
  return facts;
};
