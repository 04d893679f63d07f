import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { compile } from "../../kernel/compile.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { newborn } from "../../kernel/newborn.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import type { CaseState } from "../../kernel/state.ts";
import { commonAbstraction } from "../../verify/abstraction.ts";
import { initiatorOf, NOW } from "../../verify/answers.ts";
import { stateSaid } from "../../verify/canonical.ts";
import type { Possible } from "../../verify/happenings.ts";
import type { Known } from "../../verify/known.ts";
import { walkerOf, type Route, type Routed, type Walker } from "./routes.ts";

/** What a record held: a field with its value, or a part of a condition that was true or false. */
export interface Given {
  readonly path: string;
  /** The part of a condition, as it is written, where no single field decides. */
  readonly part: string | null;
  readonly value: Json;
}

/** One act on the way to where two versions part. */
export interface Acted {
  readonly at: string;
  readonly happening: Possible["happening"];
}

/** An example that goes another way now: the record, what was done, and where each version led then. */
export interface RoutedOtherwise {
  readonly given: readonly Given[];
  /** All that was done; the last is where they part. */
  readonly acts: readonly Acted[];
  readonly before: Route;
  readonly after: Route;
  /** The last step or stage that both ways have in common. */
  readonly partAt: string;
}

/** What was found. `isWhole`: everything that both versions can do was looked at. */
export interface Behaviour {
  readonly examples: readonly RoutedOtherwise[];
  readonly isWhole: boolean;
}

/** So much is looked at: seconds, not minutes, and no more examples than a person reads. */
export const COMPARE_LIMITS = { pairs: 2_000, steps: 20_000, examples: 12 } as const;

interface Pair {
  readonly before: CaseState;
  readonly after: CaseState;
  readonly known: Known;
  readonly acts: readonly Acted[];
}

interface Comparing {
  readonly schemas: RecordSchemas;
  readonly limits?: { readonly pairs: number; readonly steps: number; readonly examples: number };
  readonly isStopped?: () => boolean;
}

const agree = (one: Known, other: Known): boolean =>
  Object.entries(one).every(([key, value]) => !Object.hasOwn(other, key) || isSameJson(value, other[key] ?? null));

const isSameRoute = (one: Route, other: Route): boolean => isSameJson(one as unknown as Json, other as unknown as Json);

const lastInCommon = (from: string, one: Route, other: Route): string => {
  const at = one.nodes.findIndex((node, index) => node !== other.nodes[index]);
  const common = at === -1 ? one.nodes : one.nodes.slice(0, at);
  return common.at(-1) ?? from;
};

class Comparison {
  readonly examples = new Map<string, RoutedOtherwise>();
  private readonly open: Pair[] = [];
  private readonly known = new Set<string>();
  private steps = 0;
  private readonly before: Walker;
  private readonly after: Walker;
  private readonly given: (known: Known) => readonly Given[];
  private readonly limits: { readonly pairs: number; readonly steps: number; readonly examples: number };

  constructor(before: Walker, after: Walker, given: (known: Known) => readonly Given[], { limits }: Comparing) {
    this.before = before;
    this.after = after;
    this.given = given;
    this.limits = limits ?? COMPARE_LIMITS;
  }

  private isTooMuch(): boolean {
    const { pairs, steps, examples } = this.limits;
    return this.open.length > pairs || this.steps > steps || this.examples.size >= examples;
  }

  run(first: readonly [Possible, Possible], isStopped: () => boolean): boolean {
    this.compare(first, { before: first[0].state, after: first[1].state, known: {}, acts: [] });
    for (let at = 0; at < this.open.length; at += 1) {
      if (this.isTooMuch() || isStopped()) return false;
      const pair = this.open[at] as Pair;
      const now = this.after.possibleAt(pair.after);
      for (const [label, one] of this.before.possibleAt(pair.before)) {
        const other = now.get(label);
        if (other !== undefined) this.compare([one, other], pair);
      }
    }
    return true;
  }

  /** The same act in both, on every record that either tells from another. */
  private compare([one, other]: readonly [Possible, Possible], pair: Pair): void {
    const acts = [...pair.acts, { at: one.node, happening: one.happening }];
    for (const old of this.before.take(one, pair.known)) {
      this.steps += 1;
      const knew = { ...pair.known, ...old.knew };
      const now = this.after.take({ ...other, edits: [] }, knew);
      for (const new_ of now.filter((it) => agree(old.rules, it.rules))) {
        this.steps += 1;
        this.settle(old, new_, { ...pair, acts, known: { ...knew, ...new_.knew } }, one.node);
      }
    }
  }

  private settle(old: Routed, now: Routed, pair: Pair, from: string): void {
    if (!isSameRoute(old.route, now.route)) {
      const partAt = lastInCommon(from, old.route, now.route);
      const name = JSON.stringify([from, partAt, old.route, now.route]);
      if (this.examples.has(name)) return;
      const { known, acts } = pair;
      this.examples.set(name, { given: this.given(known), acts, before: old.route, after: now.route, partAt });
      return;
    }
    if (old.state === null || now.state === null) return;
    const [before, after] = [this.before.canonical(old.state), this.after.canonical(now.state)];
    const name = `${before} ${after} ${JSON.stringify(pair.known)}`;
    if (this.known.has(name)) return;
    this.known.add(name);
    this.open.push({ ...pair, before: stateSaid(before), after: stateSaid(after) });
  }
}

const beginning = ({ plan }: ReturnType<typeof commonAbstraction>[number]): Possible => {
  const initiator = initiatorOf(plan.start);
  return {
    happening: { type: "start", variables: {} },
    actor: initiator === null ? { kind: "system", name: "inbox" } : { kind: "person", personId: initiator },
    token: null,
    node: plan.start.id,
    edits: [],
    state: newborn(NOW, initiator),
  };
};

/**
 * Finds records and acts with which two versions of a process go different ways, the shortest way to each parting first.
 *
 * Both are played side by side by the kernel, on values that tell apart whatever the conditions of either can tell apart; an act
 * that only one of them knows is no example, the list of changes tells of it. Bounded: past the bound `isWhole` is false. Both
 * definitions have no errors.
 */
export const routedOtherwise = (
  before: ProcessDefinition,
  after: ProcessDefinition,
  settings: Comparing,
): Behaviour => {
  const { schemas, isStopped = () => false } = settings;
  const [old, now] = commonAbstraction(compile(before, schemas), compile(after, schemas), schemas);
  const given = (known: Known): readonly Given[] =>
    Object.entries(known)
      .filter(([path]) => old.valuesOf(path).length > 1)
      .map(([path, value]) => ({ path, part: old.partOf(path), value }));
  const comparison = new Comparison(walkerOf(old), walkerOf(now), given, settings);
  const isWhole = comparison.run([beginning(old), beginning(now)], isStopped);
  return { examples: [...comparison.examples.values()], isWhole };
};
