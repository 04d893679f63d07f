import { createMongoAbility, type RawRuleOf } from "@casl/ability";
import type { RecordSchema } from "@sluice/domain";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { RecordType } from "../registry/recordType.ts";
import type { RecordAbility } from "./abilityOf.ts";
import { rightsToSql } from "./toSql.ts";

const db = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (it) => new PostgresIntrospector(it),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const label = { en: "Parcel", zh: "包裹" };
const schema: RecordSchema = {
  type: "parcel",
  label,
  plural: label,
  numberPrefix: null,
  titleField: "name",
  fields: { name: { type: "text", label }, owner: { type: "reference", label, refersTo: "person" } },
};
const parcel: RecordType = { schema, table: "parcel", rank: 1 };

const compiled = (...rules: RawRuleOf<RecordAbility>[]) => {
  const test = rightsToSql(createMongoAbility<RecordAbility>(rules), "read", { type: parcel, alias: "it" });
  const { sql: text, parameters } = sql`${test}`.compile(db);
  return { text, parameters };
};
const allow = (conditions?: RawRuleOf<RecordAbility>["conditions"]): RawRuleOf<RecordAbility> => ({
  action: "read",
  subject: "parcel",
  ...(conditions === undefined ? {} : { conditions }),
});

describe("rights as SQL", () => {
  it.each([
    { name: "no rule gives nothing", rules: [], text: "FALSE", parameters: [] },
    {
      name: "a rule for another type gives nothing",
      rules: [{ action: "read" as const, subject: "letter" }],
      text: "FALSE",
      parameters: [],
    },
    { name: "a rule without conditions gives everything", rules: [allow()], text: "TRUE", parameters: [] },
    { name: "equals", rules: [allow({ owner: "ann" })], text: '"it"."owner_id" = $1', parameters: ["ann"] },
    { name: "equals nothing", rules: [allow({ owner: null })], text: '"it"."owner_id" IS NULL', parameters: [] },
    {
      name: "differs",
      rules: [allow({ name: { $ne: "x" } })],
      text: '"it"."name" IS DISTINCT FROM $1',
      parameters: ["x"],
    },
    {
      name: "is one of",
      rules: [allow({ owner: { $in: ["ann", "bob"] } })],
      text: '"it"."owner_id" IN ($1, $2)',
      parameters: ["ann", "bob"],
    },
    { name: "is one of none", rules: [allow({ owner: { $in: [] } })], text: "FALSE", parameters: [] },
    {
      name: "is none of",
      rules: [allow({ name: { $nin: ["x"] } })],
      text: '("it"."name" IS NULL OR "it"."name" NOT IN ($1))',
      parameters: ["x"],
    },
    {
      name: "all of",
      rules: [allow({ owner: "ann", name: "x" })],
      text: '("it"."owner_id" = $1 AND "it"."name" = $2)',
      parameters: ["ann", "x"],
    },
    {
      name: "any rule is enough",
      rules: [allow({ owner: "ann" }), allow({ name: "x" })],
      text: '("it"."name" = $1 OR "it"."owner_id" = $2)',
      parameters: ["x", "ann"],
    },
    {
      name: "a field that the type lacks matches nothing",
      rules: [allow({ department: "d" })],
      text: "NULL = $1",
      parameters: ["d"],
    },
  ])("$name", ({ rules, text, parameters }) => {
    expect(compiled(...rules)).toEqual({ text, parameters });
  });

  it("takes away what is forbidden", () => {
    const { text } = compiled(allow(), { ...allow({ owner: "ann" }), inverted: true });
    expect(text).toBe('NOT coalesce(("it"."owner_id" = $1), FALSE)');
  });

  it("fails closed on an operator it does not know", () => {
    expect(() => compiled(allow({ name: { $gt: "x" } }))).toThrow("unknown operator gt");
  });
});
