import type { LocalText } from "@sluice/problems";

/** What may be written next in an expression. */
export interface Suggestion {
  readonly is: "field" | "variable" | "choice" | "word" | "call";
  /** What takes the place of what is being typed; the cursor goes behind it, in a call between its brackets. */
  readonly text: string;
  /** What people call it, where it has a name. */
  readonly label: LocalText | null;
  /** What it holds, or what it answers. */
  readonly type: string | null;
}

export const word = (text: string, type: string | null = null): Suggestion => ({ is: "word", text, label: null, type });
const call = (name: string, type: string): Suggestion => ({ is: "call", text: `${name}()`, label: null, type });

export const OPERATORS = ["==", "!=", ">", ">=", "<", "<=", "in", "&&", "||"].map((sign) => word(sign));
export const CALLS = [
  call("has", "boolean"),
  call("size", "integer"),
  call("decimal", "decimal"),
  call("min", "decimal"),
  call("max", "decimal"),
  call("abs", "decimal"),
];
export const FLAGS = [word("true", "boolean"), word("false", "boolean")];
export const OF_TEXTS = [
  call("contains", "boolean"),
  call("startsWith", "boolean"),
  call("endsWith", "boolean"),
  call("size", "integer"),
];
export const OF_LISTS = [call("size", "integer"), call("exists", "boolean"), call("all", "boolean")];
export const OF_OPTIONAL = [call("orValue", "any"), call("hasValue", "boolean")];
const person = (text: string, en: string, zh: string): Suggestion => ({
  is: "word",
  text,
  label: { en, zh },
  type: "person",
});

export const OF_CASE = [
  person("initiatorId", "Who began the case", "流程发起人"),
  person("decidedBy", "Who decided last", "最近的处理人"),
  { is: "word", text: "openedAt", label: { en: "Begun at", zh: "开始时间" }, type: "instant" },
  { is: "word", text: "stage", label: { en: "Stage", zh: "阶段" }, type: "text" },
] satisfies Suggestion[];
export const OF_ACTOR = [person("personId", "Who acts", "当前操作人"), word("system", "text")];
