import { normalValue, queryTokens, type FieldSchema } from "@sluice/domain";
import { problem, Refusal, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql, type RawBuilder } from "kysely";
import { comparable, fieldSql } from "../record/fieldSql.ts";
import type { RecordType } from "../registry/recordType.ts";

/** What a list is narrowed to: `q` is what someone typed, every other entry a field and the value (or values) it must have. */
export type Filter = Readonly<Record<string, Json>>;

type Test = RawBuilder<boolean>;

/** The most values that one field may be compared with. */
const MOST_VALUES = 100;

const refused = (path: string, reason: string): Problem =>
  problem("INPUT_INVALID", { field: `filter.${path}`, reason });

/** An address holds only text. */
const YES_OR_NO: Readonly<Record<string, boolean>> = { true: true, false: false };

const normalised = (path: string, field: FieldSchema, given: Json, problems: Problem[]): unknown => {
  const asked = field.type === "boolean" && typeof given === "string" ? (YES_OR_NO[given] ?? given) : given;
  const read = normalValue(asked, field, { path: `filter.${path}`, label: field.label });
  if ("value" in read) return read.value;
  problems.push(read.problem);
  return null;
};

interface Given {
  readonly path: string;
  readonly field: FieldSchema;
  readonly given: Json;
  readonly problems: Problem[];
}

/** The types whose values have an order: a filter may name a stretch of them, `10..20`, `..20` or `10..`, both ends included. */
const ORDERED: ReadonlySet<FieldSchema["type"]> = new Set(["integer", "decimal", "share", "money", "date", "instant"]);

const rangeTest = ({ path, field, given, problems }: Given): Test | null => {
  const ends = ORDERED.has(field.type) && typeof given === "string" ? /^(.*?)\.\.(.*)$/u.exec(given) : null;
  if (ends === null) return null;
  const [from, to] = [ends[1] ?? "", ends[2] ?? ""].map((end) => normalised(path, field, end, problems));
  const it = fieldSql(path, field);
  return sql<boolean>`(${sql.join(
    [
      from === null ? sql<boolean>`TRUE` : sql<boolean>`${it} >= ${comparable(field, from)}`,
      to === null ? sql<boolean>`TRUE` : sql<boolean>`${it} <= ${comparable(field, to)}`,
    ],
    sql` AND `,
  )})`;
};

/** Whether the list of a record holds one of the given keys; null asks for records without any. */
const holdsOneOf = (path: string, { field, given, problems }: Omit<Given, "path">): Test => {
  const it = fieldSql(path, field);
  if (given === null) return sql<boolean>`${it} IS NULL`;
  const keys = (Array.isArray(given) ? given : [given]).filter((key) => typeof key === "string");
  const known = new Set((field.choices ?? []).map(({ key }) => key));
  if (keys.length === 0 || !keys.every((key) => known.has(key))) problems.push(refused(path, "notAChoice"));
  return sql<boolean>`${it} ?| ${keys}::text[]`;
};

const fieldTest = (path: string, given: Json, type: RecordType, problems: Problem[]): Test | null => {
  const field = Object.hasOwn(type.schema.fields, path) ? type.schema.fields[path] : undefined;
  if (field?.indexing === true) {
    problems.push(problem("FIELD_INDEXING", { field: path }));
    return null;
  }
  const isOffered = field?.filterable === true && field.type !== "lines" && type.derivedFacts?.[path] === undefined;
  if (field === undefined || !isOffered) {
    problems.push(refused(path, "notFilterable"));
    return null;
  }
  if (field.type === "multiChoice") return holdsOneOf(path, { field, given, problems });
  const it = fieldSql(path, field);
  const range = typeof given === "string" ? rangeTest({ path, field, given, problems }) : null;
  if (range !== null) return range;
  if (!Array.isArray(given)) {
    const value = normalised(path, field, given, problems);
    return value === null ? sql<boolean>`${it} IS NULL` : sql<boolean>`${it} = ${comparable(field, value)}`;
  }
  if (given.length > MOST_VALUES) problems.push(problem("LIST_TOO_LONG", { limit: MOST_VALUES }));
  const values = given.slice(0, MOST_VALUES).map((each: Json) => normalised(path, field, each, problems));
  return values.length === 0
    ? sql<boolean>`FALSE`
    : sql<boolean>`${it} IN (${sql.join(values.map((value) => comparable(field, value)))})`;
};

const searchTest = (typed: Json, problems: Problem[]): Test | null => {
  if (typeof typed !== "string") {
    problems.push(refused("q", "notText"));
    return null;
  }
  const tokens = queryTokens(typed);
  return tokens.length === 0 ? null : sql<boolean>`it.tokens @> ${tokens}::text[]`;
};

/**
 * Turns a filter into SQL tests, all of which a row must pass. `seenTest` is what must hold of a row so that its reader sees a
 * field of it: nobody finds out by filtering what they may not see.
 *
 * @problem INPUT_INVALID - a field is unknown or not offered for filtering, or a value is not one of its kind
 * @problem FIELD_INDEXING - lists wait for the field's index
 * @problem LIST_TOO_LONG - a field is compared with too many values
 */
export const filterToSql = (
  filter: Filter,
  type: RecordType,
  seenTest: (path: string) => Test | null = () => null,
): readonly Test[] => {
  const problems: Problem[] = [];
  const tests = Object.entries(filter).flatMap(([path, given]) => {
    const test = path === "q" ? searchTest(given, problems) : fieldTest(path, given, type, problems);
    const seen = path === "q" ? null : seenTest(path);
    return [test, seen].filter((it) => it !== null);
  });
  if (problems.length > 0) throw new Refusal(problems);
  return tests;
};
