import { typeOfPathIn, type RecordSchemas } from "../kernel/compile.ts";
import { recordTree } from "../kernel/evaluate.ts";
import type { Json } from "../kernel/json.ts";
import { parseExpression } from "./expression.ts";
import { placeholderExpression, templatePieces } from "./template.ts";

interface WrittenFor {
  readonly schemas: RecordSchemas;
  readonly recordType: string;
  /** Values by path, those behind references too. */
  readonly record: { readonly [path: string]: Json };
  /** The instant that `now` is. */
  readonly at: string;
}

/** A piece of a text as it reads for a record. */
export interface WrittenPiece {
  readonly text: string;
  /** `known`: the record says it; `later`: only a running case knows it, so its path stands there; `broken`: it cannot be written. */
  readonly is: "words" | "known" | "later" | "broken";
}

const KNOWN: ReadonlySet<string> = new Set(["record", "now"]);

/** How a text with fields in it reads for a record, written as the kernel does. Pure; never throws. */
export const tryTemplate = (
  template: string,
  { schemas, recordType, record, at }: WrittenFor,
): readonly WrittenPiece[] =>
  templatePieces(template).map(({ is, text }): WrittenPiece => {
    if (is === "words") return { is, text };
    if (!KNOWN.has(text.split(".")[0] ?? "")) return { is: "later", text };
    try {
      const expression = parseExpression(placeholderExpression(text));
      const values = new Map(expression.paths.map((path) => [path, record[path] ?? null]));
      const tree = recordTree({ typeOfPath: typeOfPathIn(schemas, recordType) }, expression.paths, values);
      const context = { record: tree, vars: {}, case: {}, form: {}, actor: {}, now: at, item: null };
      return { is: "known", text: String(expression.run(context)) };
    } catch {
      return { is: "broken", text };
    }
  });
