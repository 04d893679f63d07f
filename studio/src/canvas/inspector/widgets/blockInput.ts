import type { BlockValueType } from "@sluice/process";
import type { ActionNode } from "./actionNode.ts";

/** What goes into a block under one name: a fixed value or an expression. */
export type BlockInput = ActionNode["inputs"][string];
type FixedValue = Extract<BlockInput, { readonly value: unknown }>["value"];
export type InputMode = "value" | "expression";

/** Kinds whose value is rarely a fixed one: they begin as an expression. */
const computed = new Set<BlockValueType>(["record", "file", "fields", "json"]);
const asJson = new Set<BlockValueType>(["fields", "json", "list"]);

export const modeOf = (input: BlockInput | undefined, type: BlockValueType): InputMode =>
  input === undefined ? (computed.has(type) ? "expression" : "value") : "expression" in input ? "expression" : "value";

/** An input as text in a field. */
export const inputText = (input: BlockInput | undefined): string => {
  if (input === undefined) return "";
  if ("expression" in input) return input.expression;
  return typeof input.value === "string" ? input.value : JSON.stringify(input.value);
};

const valueOf = (text: string, type: BlockValueType): FixedValue => {
  if (!asJson.has(type)) return text;
  try {
    return JSON.parse(text) as FixedValue;
  } catch {
    return text;
  }
};

/** The input that a typed text means; none when it is empty. Text that is no JSON yet stays as it was typed. */
export const inputOf = (mode: InputMode, text: string, type: BlockValueType): BlockInput | undefined =>
  text === "" ? undefined : mode === "expression" ? { expression: text } : { value: valueOf(text, type) };
