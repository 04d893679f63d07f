import type { FieldSchema } from "@sluice/domain";
import { columnSamples } from "../check/data/columnSamples.ts";
import { toExact } from "../expression/decimal.ts";
import { fieldAt } from "../expression/typedEnvironment.ts";
import type { RecordSchemas } from "../kernel/compile.ts";
import type { Json } from "../kernel/json.ts";

/** What conditions tell apart in one field: the values they compare it with, and whether they ask if it is there. */
export interface Asked {
  readonly operands: Set<string>;
  mayBeMissing: boolean;
}

const NUMERIC: ReadonlySet<string> = new Set(["decimal", "share", "money", "integer"]);

const plain: Readonly<Partial<Record<FieldSchema["type"], Json>>> = {
  decimal: "1",
  share: "0.5",
  money: "1",
  integer: "1",
  date: "2027-01-01",
  instant: "2027-01-01T00:00:00.000Z",
  multiChoice: ["x"],
  lines: [{}],
};

const floored = (text: string): string => toExact(text).floor().toFixed();

const present = (field: FieldSchema | null, operands: readonly string[]): readonly Json[] => {
  if (field?.type === "boolean" || operands.some((it) => it === "true" || it === "false")) return [true, false];
  if (operands.length === 0) return [(field && plain[field.type]) ?? "x"];
  const choices = field?.choices?.map(({ key }) => key) ?? null;
  const texts = columnSamples(
    operands.map((operand) => `= ${operand}`),
    choices,
  );
  return field?.type === "integer" ? [...new Set(texts.map(floored))] : texts;
};

/**
 * Values that stand for all that a field can hold: no condition of the process tells any other apart from one of them.
 *
 * Money, decimals and shares are decimal texts, as everywhere in JSON; a field that conditions ask for may also be empty.
 */
export const fieldSamples =
  (schemas: RecordSchemas, recordType: string) =>
  (path: string, { operands, mayBeMissing }: Asked): readonly Json[] => {
    const found = fieldAt(schemas, recordType, path);
    const field = found === "any" ? null : found;
    const readable =
      field !== null && NUMERIC.has(field.type) ? [...operands].filter((it) => /^-?\d/.test(it)) : operands;
    const values = present(field, [...readable]);
    return mayBeMissing ? [...values, null] : values;
  };
