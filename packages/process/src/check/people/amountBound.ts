import type { ASTNode } from "@marcbachmann/cel-js";
import type { Edge } from "../../definition/edge.ts";
import { chainOf } from "../../expression/chains.ts";
import { parseExpression, textOf } from "../../expression/expression.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import type { Graph } from "../graph.ts";

const AMOUNTS: ReadonlySet<string> = new Set(["money", "decimal", "integer", "share"]);
const UPPER: ReadonlySet<string> = new Set(["<", "<="]);
const LOWER: ReadonlySet<string> = new Set([">", ">="]);

/** A field asked for plainly or with a default for when it is empty. */
const pathIn = (node: ASTNode): string | null => {
  const asked = node.op === "rcall" && node.args[0] === "orValue" ? node.args[1] : node;
  const chain = chainOf(asked);
  return chain?.root === "record" && chain.members.length > 0 ? chain.members.join(".") : null;
};

const isNumber = (node: ASTNode): boolean =>
  node.op === "value" && (typeof node.args === "bigint" || typeof node.args === "number");

const sidesOf = (node: ASTNode): readonly ASTNode[] => (node.op === "&&" ? node.args.flatMap(sidesOf) : [node]);

const parsed = (text: string): ASTNode | null => {
  try {
    return parseExpression(text).ast;
  } catch {
    return null; // told by the expression check
  }
};

/** The parts of conditions that keep an amount of a record below a limit, as their author wrote them. */
export class AmountBounds {
  private readonly graph: Graph;
  private readonly schemas: RecordSchemas;

  constructor(graph: Graph, schemas: RecordSchemas = {}) {
    this.graph = graph;
    this.schemas = schemas;
  }

  /** What bounds an amount on every way to a step; null when some way is open to any amount. */
  of(id: string, seen: ReadonlySet<string> = new Set()): readonly string[] | null {
    const node = this.graph.nodes.get(id);
    if (!node || node.kind === "start" || node.kind === "stage" || seen.has(id)) return null;
    const stage = this.graph.nodes.get(node.stage);
    const isTarget =
      this.graph.moves.some(({ move }) => move.to === id) || (stage?.kind === "stage" && stage.entry === id);
    const ways = this.graph.into(id).map((edge) => this.ofWire(edge, new Set([...seen, id])));
    if (isTarget || ways.length === 0 || ways.includes(null)) return null;
    return [...new Set(ways.flatMap((way) => way ?? []))];
  }

  private ofWire(edge: Edge, seen: ReadonlySet<string>): readonly string[] | null {
    if (edge.on.kind === "when") {
      const own = this.limitsIn(edge.on.when, UPPER);
      if (own.length > 0) return own;
    }
    if (edge.on.kind === "default") {
      const passed = this.graph
        .out(edge.from)
        .flatMap(({ on }) => (on.kind === "when" ? this.wholeLimit(on.when) : []));
      if (passed.length > 0) return passed;
    }
    const from = this.graph.nodes.get(edge.from);
    if (from?.kind === "guard" && "when" in from.guard.condition) {
      const own = this.limitsIn(from.guard.condition.when, UPPER);
      if (own.length > 0) return own;
    }
    return this.of(edge.from, seen);
  }

  private limitsIn(text: string, signs: ReadonlySet<string>): readonly string[] {
    const ast = parsed(text);
    return ast === null ? [] : sidesOf(ast).flatMap((side) => (this.isLimit(side, signs) ? [textOf(side)] : []));
  }

  /** What the default way knows when an earlier way takes all larger amounts. */
  private wholeLimit(text: string): readonly string[] {
    const ast = parsed(text);
    return ast !== null && this.isLimit(ast, LOWER) ? [`!(${textOf(ast)})`] : [];
  }

  private isLimit(node: ASTNode, signs: ReadonlySet<string>): boolean {
    if (!signs.has(node.op)) return false;
    const [left, right] = node.args as unknown as readonly [ASTNode, ASTNode];
    const path = pathIn(left);
    if (path === null || !isNumber(right)) return false;
    const field = fieldAt(this.schemas, this.graph.definition.recordType, path);
    return field !== null && field !== "any" && AMOUNTS.has(field.type);
  }
}
