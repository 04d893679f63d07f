import { problem, type Problem } from "@sluice/problems";
import { fieldProblem } from "./fieldProblem.ts";
import { normalValue, type FieldValue } from "./normalValue.ts";
import type { FieldSchema, RecordSchema } from "./recordSchema.ts";

/** A line as it was accepted: `id` is null for a line that is new. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** The accepted values in their one spelling, and everything that stands against the rest. */
export interface Validated {
  readonly problems: readonly Problem[];
  readonly values: FieldValues;
}

/** The most lines that one record may have. */
export const MOST_LINES = 500;

/** `create` asks for every required field and fills in defaults where nothing was said; `patch` only forbids emptying one. */
export type ValidationMode = "create" | "patch";

type Fields = Readonly<Record<string, FieldSchema>>;

const UUID_FIELD: FieldSchema = { type: "reference", label: { en: "Line", zh: "行" } };

const derivedProblem = (path: string): Problem =>
  path === "stage" ? problem("STAGE_ONLY_BY_PROCESS", { field: path }) : problem("FIELD_NOT_ALLOWED", { field: path });

/** Validates one level of fields; `prefix` is the path in front of them (`lines.2.`). */
const validateLevel = (
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
  prefix: string,
  mode: ValidationMode,
): Validated => {
  const problems: Problem[] = [];
  const values: Record<string, FieldValue> = {};
  for (const [key, value] of Object.entries(input)) {
    const path = `${prefix}${key}`;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (value === undefined) continue;
    if (field === undefined) problems.push(fieldProblem({ path, label: { en: key, zh: key } }, "unknownField"));
    else if (field.derived === true) problems.push(derivedProblem(path));
    else if (field.type === "lines") {
      const lines = validateLines(field, value, path);
      problems.push(...lines.problems);
      values[key] = lines.lines;
    } else {
      const read = normalValue(value, field, { path, label: field.label });
      if ("problem" in read) problems.push(read.problem);
      else values[key] = read.value;
    }
  }
  if (mode === "create") {
    for (const [key, field] of Object.entries(fields))
      if (field.default !== undefined && input[key] === undefined) values[key] = field.default;
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.required !== true || field.derived === true) continue;
    const isMissing = Object.hasOwn(values, key)
      ? values[key] === null
      : mode === "create" && (input[key] === undefined || input[key] === null);
    if (isMissing)
      problems.push(
        problem(
          "REQUIRED_FIELD",
          { field: `${prefix}${key}`, label: { en: field.label.en, zh: field.label.zh } },
          requiredSentence(field),
        ),
      );
  }
  return { problems, values };
};

const requiredSentence = ({ label }: FieldSchema) => ({
  sentence: { en: `${label.en} is missing.`, zh: `缺少${label.zh}。` },
});

/** Lines are a whole list: each is validated as if new, keeps its `id` when it has one, and an id stands once. */
const validateLines = (
  field: FieldSchema,
  value: unknown,
  path: string,
): { readonly problems: readonly Problem[]; readonly lines: readonly FieldValue[] } => {
  const place = { path, label: field.label };
  if (value === null) return { problems: [], lines: [] };
  if (!Array.isArray(value)) return { problems: [fieldProblem(place, "notLines")], lines: [] };
  if (value.length > MOST_LINES)
    return { problems: [fieldProblem(place, "tooManyLines", { limit: MOST_LINES })], lines: [] };
  const problems: Problem[] = [];
  const seen = new Set<FieldValue>();
  const lines = value.map((line: unknown, index): FieldValue => {
    if (typeof line !== "object" || line === null || Array.isArray(line)) {
      problems.push(fieldProblem({ path: `${path}.${index}`, label: field.label }, "notLines"));
      return null;
    }
    const { id: unreadId, ...rest } = withoutDerived(line as Readonly<Record<string, unknown>>, field.lineFields ?? {});
    const id = normalValue(unreadId, UUID_FIELD, { path: `${path}.${index}.id`, label: UUID_FIELD.label });
    const validated = validateLevel(field.lineFields ?? {}, rest, `${path}.${index}.`, "create");
    problems.push(...validated.problems);
    if ("problem" in id) problems.push(id.problem);
    else if (id.value !== null && seen.has(id.value))
      problems.push(fieldProblem({ path: `${path}.${index}.id`, label: field.label }, "repeatedLine"));
    else seen.add(id.value);
    return { ...validated.values, id: "problem" in id ? null : id.value };
  });
  return { problems, lines };
};

/** A line comes back from a form as it was shown: what the door computes is dropped, not refused. */
const withoutDerived = (line: Readonly<Record<string, unknown>>, fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(line).filter(([key]) => !(Object.hasOwn(fields, key) && fields[key]?.derived === true)),
  );

/**
 * Checks what someone wants to write into a record and puts it into its one spelling, reporting every problem at once.
 *
 * Pure and idempotent: validating accepted values again accepts the same ones. Values of refused fields are left out.
 *
 * @problem INPUT_INVALID - a value is not what its field holds, or there is no such field
 * @problem REQUIRED_FIELD - a required field is missing (`create`) or emptied (`patch`)
 * @problem FIELD_NOT_ALLOWED - a derived field was written
 * @problem STAGE_ONLY_BY_PROCESS - the stage was written
 */
export const validateFields = (
  schema: RecordSchema,
  input: Readonly<Record<string, unknown>>,
  mode: ValidationMode,
): Validated => validateLevel(schema.fields, input, "", mode);
