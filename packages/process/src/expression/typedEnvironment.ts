import { knownField, type FieldSchema, type FieldType } from "@sluice/domain";
import type { Variable } from "../definition/variable.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { baseEnvironment } from "./baseEnvironment.ts";
import type { Expression } from "./expression.ts";
import { firstLine } from "./firstLine.ts";

/** What an expression may look at, with types: the record's schema and the variables. Without a record type nothing is known of the record. */
export interface TypedScope {
  readonly schemas: RecordSchemas;
  readonly recordType: string | null;
  readonly variables: ReadonlyMap<string, Variable["type"] | "any">;
}

const CEL_TYPES: { readonly [K in FieldType | Variable["type"]]: string } = {
  text: "string",
  longText: "string",
  date: "string",
  instant: "string",
  choice: "string",
  multiChoice: "list<string>",
  reference: "string",
  person: "string",
  record: "string",
  integer: "int",
  boolean: "bool",
  decimal: "decimal",
  share: "decimal",
  money: "decimal",
  lines: "list<dyn>",
  list: "list<dyn>",
  localText: "dyn",
};

/** What the machine keeps on every record, besides the fields of its schema. */
export const KEPT_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "number",
  "owner",
  "ownerId",
  "department",
  "stage",
  "version",
  "createdAt",
  "createdBy",
  "updatedAt",
  "updatedBy",
  "deletedAt",
]);

/** The field at a path from a record type, put away or not; `any` where nothing is known of what lies behind; null when there is none. */
export const fieldAt = (schemas: RecordSchemas, recordType: string, path: string): FieldSchema | "any" | null => {
  let schema = schemas[recordType];
  let field: FieldSchema | null = null;
  for (const [index, member] of path.split(".").entries()) {
    if (index > 0) {
      if (!field?.refersTo) return null;
      schema = schemas[field.refersTo];
      if (!schema) return "any";
    }
    field = knownField(schema, member);
    if (!field) return KEPT_FIELDS.has(member) ? "any" : null;
  }
  return field ?? null;
};

/** What lies at the end of a path from a record type: the field there, and the record type that is reached by it, where known. */
export const schemaBehind = (
  schemas: RecordSchemas,
  recordType: string,
  path: readonly string[],
): { readonly field: FieldSchema | null; readonly schema: RecordSchemas[string] | null } => {
  if (path.length === 0) return { field: null, schema: schemas[recordType] ?? null };
  const field = fieldAt(schemas, recordType, path.join("."));
  if (field === null || field === "any") return { field: null, schema: null };
  return { field, schema: (field.refersTo === undefined ? undefined : schemas[field.refersTo]) ?? null };
};

interface Tree {
  [member: string]: string | Tree;
}

const plant = (tree: Tree, path: string, type: string): void => {
  const members = path.split(".");
  const last = members.pop() as string;
  let at = tree;
  for (const member of members) {
    const next = at[member];
    at = typeof next === "object" ? next : ((at[member] = {}) as Tree);
  }
  if (typeof at[last] !== "object") at[last] = type;
};

const recordTree = (expression: Expression, { schemas, recordType }: TypedScope): Tree => {
  const tree: Tree = {};
  for (const path of expression.paths) {
    const field = recordType === null ? "any" : fieldAt(schemas, recordType, path);
    plant(tree, path, field === null || field === "any" ? "dyn" : CEL_TYPES[field.type]);
  }
  return tree;
};

const variableTree = (variables: TypedScope["variables"]): Tree =>
  Object.fromEntries([...variables].map(([key, type]) => [key, type === "any" ? "dyn" : CEL_TYPES[type]]));

/** The type of an expression's answer, or why it can have none. Fields that the schema does not know are taken for anything. */
export const typeOfExpression = (
  expression: Expression,
  scope: TypedScope,
): { readonly type: string } | { readonly problem: string; readonly range: { start: number; end: number } | null } => {
  const environment = baseEnvironment.clone();
  const { roots } = expression;
  if (roots.has("record")) environment.registerVariable("record", { schema: recordTree(expression, scope) });
  if (roots.has("vars")) environment.registerVariable("vars", { schema: variableTree(scope.variables) });
  environment
    .registerVariable("case", "map")
    .registerVariable("actor", "map")
    .registerVariable("form", "map")
    .registerVariable("now", "string")
    .registerVariable("item", "dyn");
  try {
    const checked = environment.parse(expression.text).check();
    return checked.valid
      ? { type: checked.type ?? "dyn" }
      : { problem: (checked.error?.message ?? "").split("\n")[0] ?? "", range: checked.error?.range ?? null };
  } catch (cause) {
    return { problem: firstLine(cause), range: null };
  }
};
