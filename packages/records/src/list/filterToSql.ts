import { normalValue, queryTokens, type FieldSchema } from "@sluice/domain";
import { problem, Refusal, type Problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql, type RawBuilder } from "kysely";
import { columnOf } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";

/** What a list is narrowed to: `q` is what someone typed, every other entry a field and the value (or values) it must have. */
export type Filter = Readonly<Record<string, Json>>;

type Test = RawBuilder<boolean>;

/** The most values that one field may be compared with. */
const MOST_VALUES = 100;

const refused = (path: string, reason: string): Problem =>
  problem("INPUT_INVALID", { field: `filter.${path}`, reason });

const normalised = (path: string, field: FieldSchema, given: Json, problems: Problem[]): unknown => {
  const read = normalValue(given, field, { path: `filter.${path}`, label: field.label });
  if ("value" in read) return read.value;
  problems.push(read.problem);
  return null;
};

const fieldTest = (path: string, given: Json, type: RecordType, problems: Problem[]): Test | null => {
  const field = Object.hasOwn(type.schema.fields, path) ? type.schema.fields[path] : undefined;
  const isOffered = field?.filterable === true && field.type !== "lines" && type.derivedFacts?.[path] === undefined;
  if (field === undefined || !isOffered) {
    problems.push(refused(path, "notFilterable"));
    return null;
  }
  const it = sql.ref(`it.${columnOf(path, field)}`);
  if (!Array.isArray(given)) {
    const value = normalised(path, field, given, problems);
    return value === null ? sql<boolean>`${it} IS NULL` : sql<boolean>`${it} = ${value}`;
  }
  if (given.length > MOST_VALUES) problems.push(problem("LIST_TOO_LONG", { limit: MOST_VALUES }));
  const values = given.slice(0, MOST_VALUES).map((each: Json) => normalised(path, field, each, problems));
  return values.length === 0 ? sql<boolean>`FALSE` : sql<boolean>`${it} IN (${sql.join(values)})`;
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
 * Turns a filter into SQL tests, all of which a row must pass.
 *
 * @problem INPUT_INVALID - a field is unknown or not offered for filtering, or a value is not one of its kind
 * @problem LIST_TOO_LONG - a field is compared with too many values
 */
export const filterToSql = (filter: Filter, type: RecordType): readonly Test[] => {
  const problems: Problem[] = [];
  const tests = Object.entries(filter).flatMap(([path, given]) => {
    const test = path === "q" ? searchTest(given, problems) : fieldTest(path, given, type, problems);
    return test === null ? [] : [test];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return tests;
};
