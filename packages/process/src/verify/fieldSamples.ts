import type { FieldSchema } from "@sluice/domain";
import { columnSamples } from "../check/data/columnSamples.ts";
import { byRoundness, numbersAround } from "../check/data/naturalNumbers.ts";
import { Exact, toDecimalText } from "../expression/decimal.ts";
import { fieldAt } from "../expression/typedEnvironment.ts";
import type { Json } from "../kernel/json.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { operandsOf, unaryTest } from "../nodes/branch/unaryTest.ts";

/** What conditions tell apart in one field. */
export interface Asked {
  /** What it is compared with, each as a cell of a decision table would say it. */
  readonly tests: Set<string>;
  /** Whether they ask if it is there. */
  mayBeMissing: boolean;
  /** Whether it matters that it changes, even to a value that they do not tell apart. */
  isWatched: boolean;
}

/** Nothing is asked of it. */
export const askedNothing = (): Asked => ({ tests: new Set(), mayBeMissing: false, isWatched: false });

const NUMERIC: ReadonlySet<string> = new Set(["decimal", "share", "money", "integer"]);
const NUMBER = /^-?\d{1,60}(\.\d{1,60})?$/;
/** What such a field holds is read by more than conditions: a clock is set by it, people are found by it. */
const READ_OTHERWISE: ReadonlySet<string> = new Set(["date", "instant", "reference"]);

const plain: Readonly<Partial<Record<FieldSchema["type"], readonly [Json, Json]>>> = {
  decimal: ["1", "2"],
  share: ["0.5", "0.4"],
  money: ["1000", "2000"],
  integer: ["1", "2"],
  date: ["2027-01-01", "2027-01-02"],
  instant: ["2027-01-01T00:00:00.000Z", "2027-01-02T00:00:00.000Z"],
  multiChoice: [["x"], ["y"]],
  lines: [[{}], [{}, {}]],
};
const ANY: readonly [Json, Json] = ["x", "y"];

/** As many of each kind as are needed: one that stands for all that the tests do not tell apart, two where a change matters. */
const oneOfEach = (tests: readonly string[], values: readonly string[], count: number): readonly string[] => {
  const judges = tests.map(unaryTest);
  const kinds = new Map<string, string[]>();
  for (const value of values) {
    const kind = judges.map((judge) => (judge(value) ? "1" : "0")).join("");
    const same = kinds.get(kind) ?? [];
    if (same.length < count) kinds.set(kind, [...same, value]);
  }
  return [...kinds.values()].flat();
};

/** The roundest of a kind first. */
const numbers = (operands: readonly string[], field: FieldSchema | null): readonly string[] =>
  numbersAround(operands, { isWhole: field?.type === "integer", isShare: field?.type === "share", each: 2 })
    .toSorted(byRoundness)
    .map((it) => toDecimalText(new Exact(it)));

const present = (field: FieldSchema | null, { tests, isWatched }: Asked): readonly Json[] => {
  const all = [...tests];
  const operands = [...new Set(all.flatMap(operandsOf))];
  const count = isWatched ? 2 : 1;
  if (field?.type === "boolean" || operands.some((it) => it === "true" || it === "false")) return [true, false];
  const limits = operands.filter((it) => NUMBER.test(it));
  const isNumeric = field === null ? limits.length === operands.length : NUMERIC.has(field.type);
  if (isNumeric && limits.length > 0) return oneOfEach(all, numbers(limits, field), count);
  const choices = field?.choices?.map(({ key }) => key) ?? null;
  if (operands.length === 0 || isNumeric)
    return choices !== null && isWatched
      ? choices.slice(0, count)
      : ((field && plain[field.type]) ?? ANY).slice(0, count);
  const texts = columnSamples(all, choices);
  return field !== null && READ_OTHERWISE.has(field.type) ? texts : oneOfEach(all, texts, count);
};

/**
 * Values that stand for all that a field can hold: no condition of the process tells any other apart from one of them.
 *
 * Money, decimals and shares are decimal texts, as everywhere in JSON; a field that conditions ask for may also be empty.
 */
export const fieldSamples =
  (schemas: RecordSchemas, recordType: string) =>
  (path: string, asked: Asked): readonly Json[] => {
    const found = fieldAt(schemas, recordType, path);
    const values = present(found === "any" ? null : found, asked);
    return asked.mayBeMissing ? [...values, null] : values;
  };
