import type { Edge } from "../../definition/edge.ts";
import type { NodeOf } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error, warning, type Finding } from "../finding.ts";
import { pathsOf, type Graph } from "../graph.ts";
import { type Budget, OutOfBudget, Walks } from "./walks.ts";

/** Past this many markings of one split the answer is "not proved". */
const MARKING_LIMIT = 4_000;

/** What all splits of a process may cost together, in looks at steps and wires. */
const WORK_LIMIT = 2_000_000;

/**
 * Where the paths of one split stand: steps (a join is named with the wire that came), sorted; and how many have left it joined.
 * A join that has let the split through and leaves the rest running stands among them with a `!`: what comes to it ends there.
 */
interface Marking {
  readonly tokens: readonly string[];
  readonly left: number;
}

const at = (token: string): string => token.split("<")[0] ?? token;
const isPath = (token: string): boolean => !token.startsWith("!");
const isWaiting = (token: string): boolean => token.includes("<");

/** The paths as they stand once those that came to a join too late have ended. */
const settled = (tokens: readonly string[]): readonly string[] =>
  tokens.filter((token) => !isWaiting(token) || !tokens.includes(`!${at(token)}`)).toSorted();
const nameOf = (marking: Marking): string => `${marking.left}|${marking.tokens.join(",")}`;

const notProved = (split: NodeOf<"parallel">): Finding =>
  warning(
    "NOT_PROVED",
    { node: split.id },
    {
      en: `The paths of “${split.name.en}” are too many to prove that they come together.`,
      zh: `“${split.name.zh}”的路径过多，未能证明可以汇合。`,
      fix: { en: "Split the process into several, or draw fewer paths at once.", zh: "请拆分流程，或减少并行路径。" },
    },
  );

class Exploration {
  readonly findings = new Map<string, Finding>();
  private readonly graph: Graph;
  private readonly split: NodeOf<"parallel">;
  private readonly walks: Walks;
  private readonly seen = new Set<string>();

  constructor(graph: Graph, split: NodeOf<"parallel">, budget: Budget) {
    this.graph = graph;
    this.split = split;
    this.walks = new Walks(graph, split, budget);
  }

  /** Everything found; past what may be spent, that it is not proved. */
  run(): readonly Finding[] {
    try {
      this.explore();
    } catch (cause) {
      if (!(cause instanceof OutOfBudget)) throw cause;
      this.found(notProved(this.split));
    }
    return [...this.findings.values()];
  }

  private explore(): void {
    const tokens = pathsOf(this.graph, this.split.id)
      .map((wire) => this.enter(wire.id, wire.to))
      .filter((token) => token !== null);
    const open: Marking[] = [{ tokens: tokens.toSorted(), left: 0 }];
    for (let marking = open.pop(); marking !== undefined; marking = open.pop()) {
      const name = nameOf(marking);
      if (this.seen.has(name)) continue;
      this.seen.add(name);
      if (this.seen.size > MARKING_LIMIT) throw new OutOfBudget();
      this.walks.pay(name.length);
      this.judge(marking);
      open.push(...this.next(marking));
    }
  }

  private found(finding: Finding): void {
    this.findings.set(`${finding.code} ${finding.node ?? finding.edge ?? ""}`, finding);
  }

  private enter(wire: string, to: string): string | null {
    const node = this.graph.nodes.get(to);
    if (!node || node.kind === "end" || this.graph.stageOf(to) !== this.split.stage || node.kind === "stage")
      return null;
    return node.kind === "join" ? `${to}<${wire}` : to;
  }

  private judge({ tokens, left }: Marking): void {
    const twice = tokens.find((token, index) => !token.includes("<") && tokens[index - 1] === token);
    const node = twice ?? (left > 1 ? this.split.id : undefined);
    if (node === undefined) return;
    const name = this.graph.nodes.get(node)?.name;
    this.found(
      error(
        "LACK_OF_SYNCHRONISATION",
        { node },
        {
          en: `“${name?.en ?? node}” would run more than once: paths of “${this.split.name.en}” meet without a join.`,
          zh: `“${name?.zh ?? node}”会被重复执行：“${this.split.name.zh}”的路径未汇合。`,
          fix: { en: "Bring the paths together in a join first.", zh: "请先用汇合步骤合并路径。" },
        },
      ),
    );
  }

  private readyJoins(tokens: readonly string[]): readonly string[] {
    return [...new Set(tokens.filter((token) => token.includes("<")).map(at))].filter((id) => {
      const node = this.graph.nodes.get(id);
      if (node?.kind !== "join") return false;
      const brought = new Set(tokens.filter((token) => at(token) === id));
      if (node.wait.for !== "all" && brought.size >= (node.wait.for === "first" ? 1 : node.wait.count)) return true;
      const awaited = this.graph
        .into(id)
        .filter((wire) => !brought.has(`${id}<${wire.id}`))
        .map((wire) => wire.from);
      this.walks.pay(tokens.length * awaited.length);
      return !tokens.some(
        (token) =>
          at(token) !== id && awaited.some((from) => from === at(token) || this.walks.reached(at(token)).has(from)),
      );
    });
  }

  private fire(marking: Marking, id: string): readonly Marking[] {
    const node = this.graph.nodes.get(id) as NodeOf<"join">;
    if (node.wait.for === "count" && node.wait.rest === "goOn") return this.letThrough(marking, id);
    const taken = new Set<string>();
    const rest =
      node.wait.for === "all"
        ? marking.tokens.filter((token) => at(token) !== id || taken.has(token) || !taken.add(token))
        : [];
    const closesAll = !rest.some(
      (token) => this.walks.reached(id).has(at(token)) || this.walks.reached(at(token)).size > 0 || token.includes("<"),
    );
    if (closesAll) return [{ tokens: rest, left: marking.left + 1 }];
    return this.ways(id).map((to) => ({
      tokens: settled([...rest, ...(to === null ? [] : [to])]),
      left: marking.left,
    }));
  }

  /** The join goes on while the rest runs: the rest may not come to where the one that went on will be, but by this join. */
  private letThrough(marking: Marking, id: string): readonly Marking[] {
    const rest = settled([...marking.tokens.filter((token) => at(token) !== id), `!${id}`]);
    const beyond = this.walks.reached(id);
    const meets = rest.some(
      (token) =>
        isPath(token) && (beyond.has(at(token)) || [...this.walks.reached(at(token), id)].some((it) => beyond.has(it))),
    );
    if (!meets) return [{ tokens: rest, left: marking.left + 1 }];
    return this.ways(id).map((to) => ({
      tokens: settled([...rest, ...(to === null ? [] : [to])]),
      left: marking.left,
    }));
  }

  private ways(id: string): readonly (string | null)[] {
    const wires = this.graph.out(id);
    return wires.length === 0 ? [null] : wires.map((wire) => this.enter(wire.id, wire.to));
  }

  /** Moves one path that no other can meet before a join, if there is one; else every path. */
  private next(marking: Marking): readonly Marking[] {
    const movable = marking.tokens.filter((token) => !isWaiting(token) && isPath(token));
    const ready = this.readyJoins(marking.tokens);
    if (movable.length === 0 && ready.length === 0 && marking.tokens.some(isPath)) this.stuck(marking);
    const alone = movable.find((token) => this.meetsNobody(token, marking.tokens));
    if (alone === undefined) this.walks.pay(movable.length * marking.tokens.length);
    const moved = (alone ? [alone] : [...new Set(movable)]).flatMap((token) => this.move(marking, token));
    const fired = ready.filter((id) => alone === undefined || this.cancels(id));
    return [...moved, ...fired.flatMap((id) => this.fire(marking, id))];
  }

  private cancels(id: string): boolean {
    const node = this.graph.nodes.get(id);
    return node?.kind === "join" && node.wait.for !== "all"; // it may also be let through before the others come
  }

  private meetsNobody(token: string, tokens: readonly string[]): boolean {
    const mine = new Set([token, ...this.walks.ahead(token)]);
    const own = tokens.indexOf(token);
    this.walks.pay(mine.size);
    return tokens.every((other, index) => {
      if (index === own) return true;
      const theirs = this.walks.ahead(at(other));
      this.walks.pay(1 + theirs.size);
      return !mine.has(at(other)) && ![...theirs].some((id) => mine.has(id));
    });
  }

  /** All its paths together; or, where it cannot be taken itself, its error wire. */
  private waysOfSplit(id: string): readonly (readonly (string | null)[])[] {
    const entered = (wires: readonly Edge[]) => wires.map((wire) => this.enter(wire.id, wire.to));
    const paths = pathsOf(this.graph, id);
    const errors = this.graph.out(id).filter((wire) => !paths.includes(wire));
    return [paths.length === 0 ? [null] : entered(paths), ...errors.map((wire) => entered([wire]))];
  }

  private move(marking: Marking, token: string): readonly Marking[] {
    const rest = [...marking.tokens];
    rest.splice(rest.indexOf(token), 1);
    const node = this.graph.nodes.get(token);
    const all = node?.kind === "parallel" ? this.waysOfSplit(token) : this.ways(token).map((to) => [to]);
    return all.map((into) => ({
      tokens: settled([...rest, ...into.filter((to) => to !== null)]),
      left: marking.left,
    }));
  }

  private stuck({ tokens }: Marking): void {
    for (const id of new Set(tokens.filter(isPath).map(at))) {
      const name = this.graph.nodes.get(id)?.name;
      this.found(
        error(
          "DEADLOCK",
          { node: id },
          {
            en: `“${name?.en ?? id}” can wait for ever for another join.`,
            zh: `“${name?.zh ?? id}”可能永远等待另一汇合步骤。`,
          },
        ),
      );
    }
  }
}

/** Splits whose paths meet without a join, wait for each other for ever, or are too many to tell. */
export const splits: Check = (graph) => {
  const budget: Budget = { left: WORK_LIMIT };
  return graph.steps.flatMap((step) => (step.kind === "parallel" ? new Exploration(graph, step, budget).run() : []));
};

/** Wires that leave the stage from inside a split: the other paths are cancelled by it. */
export const splitsAcrossStages: Check = (graph) =>
  graph.steps.flatMap((split) => {
    if (split.kind !== "parallel") return [];
    const inside = new Set<string>();
    const open = pathsOf(graph, split.id).map((edge) => edge.to);
    const leaving = pathsOf(graph, split.id).filter(
      (edge) => graph.stageOf(edge.to) !== split.stage || graph.nodes.get(edge.to)?.kind === "stage",
    );
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const node = graph.nodes.get(id);
      if (inside.has(id) || node?.kind === "join" || graph.stageOf(id) !== split.stage || node?.kind === "stage")
        continue;
      inside.add(id);
      for (const edge of graph.out(id)) {
        if (graph.stageOf(edge.to) !== split.stage || graph.nodes.get(edge.to)?.kind === "stage") leaving.push(edge);
        else open.push(edge.to);
      }
    }
    return leaving.map((edge) => {
      const usual = ["next", "default", "when"].includes(edge.on.kind);
      const words = {
        en: `This wire leaves the stage from inside “${split.name.en}”: its other paths are cancelled.`,
        zh: `此连线从“${split.name.zh}”的并行路径中离开阶段，其余路径将被取消。`,
        detail: { at: [split.id] },
      };
      return (usual ? error : warning)("SPLIT_CROSSES_STAGE", { edge: edge.id }, words);
    });
  });
