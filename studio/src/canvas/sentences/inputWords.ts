import { localTemplateOf, type NodeOf } from "@sluice/process";
import { isLocalText } from "../../text/isLocalText.ts";
import { pieceLabel } from "../inspector/template/pieceLabel.ts";
import { fieldLabel, type Sayings, textIn } from "../sayings/sayings.ts";

type Inputs = NodeOf<"action">["inputs"];

/** A text as it is written; one in both languages in the reader's. */
const textOf = (sayings: Sayings, value: unknown): string => {
  if (typeof value === "string") return `“${value}”`;
  return isLocalText(value) ? `“${textIn(sayings, value)}”` : JSON.stringify(value);
};

/** A text with fields says them by their names; what else is worked out stands as it is written. */
const workedOut = (sayings: Sayings, expression: string): string => {
  const text = localTemplateOf(expression)?.text;
  return text === undefined
    ? expression
    : textOf(
        sayings,
        textIn(sayings, text).replaceAll(
          /\{\{([\w.]+)\}\}/gu,
          (_whole, path: string) => `[${pieceLabel(sayings, path)}]`,
        ),
      );
};

/** What is given to a block under one name, as it is read. */
export const inputValue = (sayings: Sayings, input: Inputs[string]): string =>
  "expression" in input ? workedOut(sayings, input.expression) : textOf(sayings, input.value);

/** What an input of a block is called. A block that names no such input takes fields: they go by their labels. */
export const inputName = (
  sayings: Sayings,
  block: string,
  key: string,
): { readonly name: string; readonly isField: boolean } => {
  const inputs = sayings.catalogue.blocks.find((each) => each.key === block)?.inputs ?? [];
  const named = inputs.find((each) => each.key === key);
  return named === undefined
    ? { name: fieldLabel(sayings, key), isField: true }
    : { name: textIn(sayings, named.label), isField: false };
};
