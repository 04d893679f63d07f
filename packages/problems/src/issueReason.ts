import type { InputReason } from "./inputReasons.ts";
import { problem, type Problem } from "./problem.ts";
import type { ProblemValue } from "./problemValue.ts";

/** What a schema found wrong, as zod tells it. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: boolean | undefined;
  readonly divisor?: unknown;
  readonly format?: unknown;
  readonly keys?: readonly string[] | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly options?: readonly unknown[] | undefined;
}

/** A reason of INPUT_INVALID with the values that its words name. */
export interface ReasonFound {
  readonly reason: string;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

const MOST_OPTIONS = 20;
const found = (reason: InputReason, values: ReasonFound["values"] = {}): ReasonFound => ({ reason, values });
const listOf = (values: readonly unknown[] = []): string => values.slice(0, MOST_OPTIONS).map(String).join(", ");
const isCounted = (origin: unknown): boolean => origin === "array" || origin === "set" || origin === "map";

const tooSmall = ({ origin, minimum, inclusive }: SchemaIssue): ReasonFound => {
  const values = { least: String(minimum) };
  if (origin === "string") return found("tooFewCharacters", values);
  if (isCounted(origin)) return found("tooFewEntries", values);
  return found(inclusive === false ? "notAbove" : "tooSmall", values);
};

const tooBig = ({ origin, maximum, inclusive }: SchemaIssue): ReasonFound => {
  const values = { most: String(maximum) };
  if (origin === "string") return found("tooManyCharacters", values);
  if (isCounted(origin)) return found("tooManyEntries", values);
  return found(inclusive === false ? "notBelow" : "tooLarge", values);
};

const types: Readonly<Record<string, InputReason>> = {
  string: "notText",
  number: "notNumber",
  int: "notWhole",
  boolean: "notYesNo",
  array: "notList",
  object: "notObject",
  record: "notObject",
};

/** A value that is not there is told by zod as another type; only its sentence says so. */
const wrongType = ({ expected, message }: SchemaIssue): ReasonFound => {
  if (message.endsWith("received undefined")) return found("missing");
  const reason = types[String(expected)];
  return reason === undefined ? found("wrongType", { expected: String(expected) }) : found(reason);
};

/** The sentences that zod has where a schema says nothing of its own. */
const ZODS_OWN = /^(Invalid|Too small|Too big|Unrecognized|Number must|String must)/;

/** The reason for what a schema found, without the value that it saw. What a schema says in its own words stays as it is. */
export const issueReason = (issue: SchemaIssue): ReasonFound => {
  if (!ZODS_OWN.test(issue.message)) return { reason: issue.message.slice(0, 300), values: {} };
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
    case "invalid_value":
      return found("notOneOf", { options: listOf(issue.values) });
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "not_multiple_of":
      return found("notMultiple", { step: String(issue.divisor) });
    case "invalid_format":
      return found("wrongForm", { form: String(issue.format) });
    case "unrecognized_keys":
      return found("unknownMember", { members: listOf(issue.keys) });
    case "invalid_key":
      return found("wrongMember");
    case "invalid_union":
      return issue.options === undefined ? found("fitsNoForm") : found("notOneOf", { options: listOf(issue.options) });
    default:
      return found("fitsNoForm");
  }
};

/** What a schema found, as a problem of one field. The value that it saw is not in it. */
export const issueProblem = (issue: SchemaIssue, field: string): Problem => {
  const { reason, values } = issueReason(issue);
  return problem("INPUT_INVALID", { ...values, field, reason });
};
