import type { ExpressionScope } from "../../expression/expressionScope.ts";
import type { Range } from "../../expression/pathUses.ts";
import { placeholderExpression, templatePieces, type SaidIn } from "../../expression/template.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";
import { expressionFaults } from "./expressionFaults.ts";

const MEANT = /\{\{[^{}]{0,120}\}\}/gu;

/** What looks like a field and is none is sent as it stands. */
const asWritten = (text: string, at: Range): ExpressionFault =>
  fault(
    "warning",
    "PLACEHOLDER_AS_WRITTEN",
    at,
    { en: `“${text}” is no field: it is sent as it is written.`, zh: `“${text}”不是字段，将按原文发送。` },
    { en: "Choose the field by “Insert a field”.", zh: "请通过“插入字段”选择字段。" },
  );

/** What looks like a field in words that are sent as they are, each with its place. */
export const wordsFaults = (words: string, from = 0): readonly ExpressionFault[] =>
  [...words.matchAll(MEANT)].map(({ 0: text, index }) =>
    asWritten(text, { start: from + index, end: from + index + text.length }),
  );

/** What is wrong with a text with fields in it, each at its place: a field that is not there, one that is none. */
export const templateFaults = (template: string, said: SaidIn, scope: ExpressionScope): readonly ExpressionFault[] =>
  templatePieces(template).flatMap(({ is, text, from, to }) =>
    is === "words"
      ? wordsFaults(text, from)
      : expressionFaults(placeholderExpression(text, said), { ...scope, isCondition: false }).map(
          ({ replacement: _replacement, mended: _mended, ...found }) => ({ ...found, from, to }),
        ),
  );
