import type { NodeOf } from "../../definition/node.ts";
import type { Graph } from "../graph.ts";

/** What one check of all splits may cost: about a second or two. Past it the answer is "not proved". */
export interface Budget {
  left: number;
}

/** Raised once the budget is used up. */
export class OutOfBudget extends Error {}

/** Where a path of a split can come to within its stage. Answers are kept; every look is paid for. */
export class Walks {
  private readonly graph: Graph;
  private readonly split: NodeOf<"parallel">;
  private readonly budget: Budget;
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(graph: Graph, split: NodeOf<"parallel">, budget: Budget) {
    this.graph = graph;
    this.split = split;
    this.budget = budget;
  }

  pay(cost: number): void {
    this.budget.left -= cost;
    if (this.budget.left < 0) throw new OutOfBudget();
  }

  /** All that can be reached without going through the split again, or through `avoiding`. */
  reached(from: string, avoiding?: string): ReadonlySet<string> {
    return this.walk(`${from} ${avoiding ?? ""}`, from, (to) => to !== this.split.id && to !== avoiding);
  }

  /** The steps that a path may come to by itself, up to the joins where it has to wait for others. */
  ahead(from: string): ReadonlySet<string> {
    return this.walk(`${from} <`, from, (to) => this.graph.nodes.get(to)?.kind !== "join");
  }

  private walk(name: string, from: string, isOpen: (to: string) => boolean): ReadonlySet<string> {
    const before = this.known.get(name);
    if (before) return before;
    const seen = new Set<string>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const wires = this.graph.out(id);
      this.pay(1 + wires.length);
      for (const { to } of wires) {
        if (seen.has(to) || !isOpen(to) || this.graph.stageOf(to) !== this.split.stage) continue;
        seen.add(to);
        open.push(to);
      }
    }
    this.known.set(name, seen);
    return seen;
  }
}
