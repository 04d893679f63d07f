import { problem, type Problem } from "@sluice/problems";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import type { Variable } from "../../definition/variable.ts";
import type { Json } from "../../kernel/json.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DECIMAL = /^-?\d{1,20}(\.\d{1,10})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LONGEST_TEXT = 10_000;
const LONGEST_LIST = 500;

const isText = (value: Json): value is string => typeof value === "string" && value.length <= LONGEST_TEXT;

const isDay = (value: Json): boolean => {
  const [, year = "", month = "", day = ""] = (typeof value === "string" ? DAY.exec(value) : null) ?? [];
  const isLeap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return year !== "" && Number(day) >= 1 && Number(day) <= days;
};

const FITS: Readonly<Record<Variable["type"], (value: Json) => boolean>> = {
  text: isText,
  decimal: (value) => (typeof value === "string" && DECIMAL.test(value)) || Number.isSafeInteger(value),
  integer: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === "boolean",
  instant: (value) => typeof value === "string" && INSTANT.test(value) && isDay(value.slice(0, 10)),
  date: isDay,
  person: (value) => typeof value === "string" && UUID.test(value),
  record: (value) => typeof value === "string" && UUID.test(value),
  list: (value) => Array.isArray(value) && value.length <= LONGEST_LIST,
};

const membersOf = (payload: Json): { readonly [key: string]: Json } | null =>
  typeof payload === "object" && payload !== null && !Array.isArray(payload)
    ? (payload as { readonly [key: string]: Json })
    : null;

/** What a case begins with, or everything that stands against it. */
export interface StartVariables {
  readonly variables: { readonly [key: string]: Json };
  readonly problems: readonly Problem[];
}

/**
 * Makes a process's variables out of what another system sent along: its members of the names that the process declares.
 *
 * What the process declares no variable for is left out; what it declares must be of its type, exactly, or null. All problems at
 * once. Pure.
 *
 * @problem INPUT_INVALID - a member is not of the variable's type, or the payload is neither an object nor null
 */
export const startVariables = (
  { variables: declared }: Pick<ProcessDefinition, "variables">,
  payload: Json,
): StartVariables => {
  const members = membersOf(payload);
  if (members === null && payload !== null)
    return { variables: {}, problems: [problem("INPUT_INVALID", { field: "payload", reason: "notObject" })] };
  const given = declared.flatMap(({ key, type }) => {
    const value = Object.hasOwn(members ?? {}, key) ? members?.[key] : undefined;
    return value === undefined || value === null ? [] : [{ key, type, value }];
  });
  return {
    variables: Object.fromEntries(given.map(({ key, value }) => [key, value])),
    problems: given
      .filter(({ type, value }) => !FITS[type](value))
      .map(({ key, type }) =>
        problem("INPUT_INVALID", { field: `payload.${key}`, reason: "wrongType", expected: type }),
      ),
  };
};
