import type { ASTNode } from "@marcbachmann/cel-js";
import { typeOfPathIn } from "../kernel/compile.ts";
import { recordTree } from "../kernel/evaluate.ts";
import type { Json } from "../kernel/json.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { parseExpression, runEnvironment, textOf } from "./expression.ts";
import type { ExpressionRoot } from "./expressionRoots.ts";
import { firstLine } from "./firstLine.ts";
import { whyFalse, type FailedPart } from "./why.ts";

/**
 * What a condition says of a record.
 *
 * - `holds`, `fails`: with every part that failed, and the values it saw
 * - `broken`: it cannot be worked out on these values, which at run time refuses or is an incident
 * - `open`: it hangs on more than the record, on what is under these names
 */
export type TriedCondition =
  | { readonly answer: "holds"; readonly saw: FailedPart["saw"] }
  | { readonly answer: "fails"; readonly saw: FailedPart["saw"]; readonly failed: readonly FailedPart[] }
  | { readonly answer: "broken"; readonly reason: string; readonly saw: FailedPart["saw"] }
  | { readonly answer: "open"; readonly roots: readonly ExpressionRoot[] };

interface TriedOn {
  readonly schemas: RecordSchemas;
  readonly recordType: string;
  /** Values by path, those behind references too. */
  readonly record: { readonly [path: string]: Json };
  /** The instant that `now` is. */
  readonly at: string;
}

const KNOWN: ReadonlySet<string> = new Set(["record", "now"]);

/** The sides of an `&&`, however deep. */
const sidesOf = (node: ASTNode): readonly ASTNode[] => (node.op === "&&" ? node.args.flatMap(sidesOf) : [node]);

/** Works a condition out on a record, as the kernel does. Pure; never throws: a text that is no expression is broken. */
export const tryCondition = (text: string, { schemas, recordType, record, at }: TriedOn): TriedCondition => {
  try {
    const expression = parseExpression(text);
    const open = [...expression.roots].filter((root) => !KNOWN.has(root));
    if (open.length > 0) return { answer: "open", roots: open as ExpressionRoot[] };
    const saw = Object.fromEntries(expression.paths.map((path) => [path, record[path] ?? null]));
    const typeOfPath = typeOfPathIn(schemas, recordType);
    const tree = recordTree({ typeOfPath }, expression.paths, new Map(Object.entries(saw)));
    const context = { record: tree, vars: {}, case: {}, form: {}, actor: {}, now: at, item: null };
    try {
      const value = expression.run(context);
      if (value === true) return { answer: "holds", saw };
      if (value === false) return { answer: "fails", saw, failed: whyFalse(expression, context) };
      return { answer: "broken", reason: "neither true nor false", saw };
    } catch (cause) {
      const broken = sidesOf(expression.ast).find((side) => !isWorkable(side, context));
      return { answer: "broken", reason: broken ? textOf(broken) : firstLine(cause), saw };
    }
  } catch (cause) {
    return { answer: "broken", reason: firstLine(cause), saw: {} };
  }
};

const isWorkable = (node: ASTNode, context: Record<ExpressionRoot, unknown>): boolean => {
  try {
    runEnvironment.parse(textOf(node))(context);
    return true;
  } catch {
    return false;
  }
};
