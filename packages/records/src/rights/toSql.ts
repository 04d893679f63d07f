import { rulesToAST } from "@casl/ability/extra";
import type { RightsAction } from "@sluice/domain";
import { sql, type RawBuilder } from "kysely";
import { columnOf } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { RecordAbility } from "./abilityOf.ts";

type Test = RawBuilder<boolean>;

/** The shape of CASL's conditions: `and`, `or`, `not` over a field's comparison with a value. */
interface Condition {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: unknown;
}

const NOTHING: Test = sql<boolean>`FALSE`;
const EVERYTHING: Test = sql<boolean>`TRUE`;

const isCondition = (value: unknown): value is Condition =>
  typeof value === "object" && value !== null && "operator" in value;
const conditionsIn = (value: unknown): readonly Condition[] =>
  (Array.isArray(value) ? value : [value]).filter(isCondition);

const allOf = (tests: readonly Test[]): Test =>
  tests.length === 0 ? EVERYTHING : sql<boolean>`(${sql.join(tests, sql` AND `)})`;
const anyOf = (tests: readonly Test[]): Test =>
  tests.length === 0 ? NOTHING : sql<boolean>`(${sql.join(tests, sql` OR `)})`;

/**
 * This file is the sole owner of how rights become SQL. Whatever it does not know is an error, never an open door.
 *
 * A null column satisfies no comparison but `$eq: null` and `$ne`, as in CASL itself.
 */
const testOf = (condition: Condition, column: (field: string) => Test): Test => {
  const { operator, value } = condition;
  switch (operator) {
    case "and":
      return allOf(conditionsIn(value).map((it) => testOf(it, column)));
    case "or":
      return anyOf(conditionsIn(value).map((it) => testOf(it, column)));
    case "not":
      return sql<boolean>`NOT coalesce(${allOf(conditionsIn(value).map((it) => testOf(it, column)))}, FALSE)`;
  }
  const it = column(String(condition.field));
  switch (operator) {
    case "eq":
      return value === null ? sql<boolean>`${it} IS NULL` : sql<boolean>`${it} = ${value}`;
    case "ne":
      return sql<boolean>`${it} IS DISTINCT FROM ${value}`;
    case "in":
      return Array.isArray(value) && value.length > 0 ? sql<boolean>`${it} IN (${sql.join(value)})` : NOTHING;
    case "nin":
      return Array.isArray(value) && value.length > 0
        ? sql<boolean>`(${it} IS NULL OR ${it} NOT IN (${sql.join(value)}))`
        : EVERYTHING;
    default:
      throw new Error(`rights cannot be compiled: unknown operator ${operator}`);
  }
};

/** The SQL test for the records of a type with which an ability allows an action. Columns are those of `alias`. */
export const rightsToSql = (
  ability: RecordAbility,
  action: RightsAction,
  { type, alias }: { readonly type: RecordType; readonly alias: string },
): Test => {
  const condition = rulesToAST(ability, action, type.schema.type);
  if (condition === null) return NOTHING;
  return testOf(condition, (path) => {
    const field = type.schema.fields[path];
    return field === undefined ? sql`NULL` : sql`${sql.ref(`${alias}.${columnOf(path, field)}`)}`;
  });
};
