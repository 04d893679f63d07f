import type { Node } from "../definition/node.ts";
import { fieldOfPathIn, typeOfPathIn } from "../kernel/compile.ts";
import { recordTree } from "../kernel/evaluate.ts";
import type { Json } from "../kernel/json.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { parseExpression, type Expression } from "./expression.ts";
import { meantField, meantInstant, meantStage, sayMeant, type Telling } from "./meant.ts";
import { placeholderExpression, templatePieces, type SaidIn } from "./template.ts";

interface WrittenFor extends Telling {
  readonly schemas: RecordSchemas;
  readonly recordType: string;
  /** Values by path, those behind references too. */
  readonly record: { readonly [path: string]: Json };
  /** The process that the text stands in: what its stages are called. */
  readonly nodes: readonly Node[];
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

const saidOf = ({ shown }: Expression, on: WrittenFor): readonly string[] => {
  const fieldOf = fieldOfPathIn(on.schemas, on.recordType);
  const valueOf = (path: string): Json => on.record[path] ?? null;
  return shown.map(({ root, members, language }) => {
    const path = members.join(".");
    const ofRecord = path === "stage" ? meantStage(on.nodes, valueOf(path)) : meantField(path, { fieldOf, valueOf });
    return sayMeant(root === "now" ? meantInstant(on.at) : ofRecord, language, on);
  });
};

/** How a text with fields in it reads for a record, written as the kernel does. Pure; never throws. */
export const tryTemplate = (template: string, said: SaidIn, on: WrittenFor): readonly WrittenPiece[] =>
  templatePieces(template).map(({ is, text }): WrittenPiece => {
    if (is === "words") return { is, text };
    if (!KNOWN.has(text.split(".")[0] ?? "")) return { is: "later", text };
    try {
      const { schemas, recordType, record, at } = on;
      const expression = parseExpression(placeholderExpression(text, said));
      const values = new Map(expression.paths.map((path) => [path, record[path] ?? null]));
      const tree = recordTree({ typeOfPath: typeOfPathIn(schemas, recordType) }, expression.paths, values);
      const context = { record: tree, vars: {}, case: {}, form: {}, actor: {}, now: at, item: null };
      return { is: "known", text: String(expression.run(context, saidOf(expression, on))) };
    } catch {
      return { is: "broken", text };
    }
  });
