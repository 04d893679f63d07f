import type { LocalText } from "@sluice/problems";
import type { Variable } from "../../definition/variable.ts";

type VariableType = Variable["type"] | "any";

const NAMES: { readonly [T in Variable["type"]]: LocalText } = {
  text: { en: "a text", zh: "文本" },
  decimal: { en: "a decimal", zh: "小数" },
  integer: { en: "an integer", zh: "整数" },
  boolean: { en: "yes or no", zh: "是或否" },
  instant: { en: "an instant", zh: "时刻" },
  date: { en: "a date", zh: "日期" },
  person: { en: "a person", zh: "人员" },
  record: { en: "a record", zh: "记录" },
  list: { en: "a list", zh: "列表" },
};

/** Those whose values are texts, so that a variable for any text can hold them. */
const TEXTS: ReadonlySet<VariableType> = new Set(["instant", "date", "person", "record"]);

/** What a type of variables is called in a sentence. */
export const variableTypeName = (type: VariableType): LocalText =>
  type === "any" ? { en: "anything", zh: "任意值" } : NAMES[type];

/** Whether a variable of one type can hold every value of another: an integer is a decimal, and a date, say, a text. */
export const canHold = (holder: VariableType, value: VariableType): boolean =>
  holder === value ||
  holder === "any" ||
  value === "any" ||
  (holder === "decimal" && value === "integer") ||
  (holder === "text" && TEXTS.has(value));
