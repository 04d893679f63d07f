import type { Json } from "../kernel/json.ts";
import type { WorkClock } from "./pastCase.ts";
import { recordedIn, type RecordedPlace } from "./recorded.ts";
import type { Walk } from "./refold.ts";

/** What came of one place in history, and after how many milliseconds of work. */
export interface Sample {
  readonly result: string;
  readonly tookMs: number;
}

/** What came of an effect, and what it gave back. */
export interface EffectSample {
  readonly output: { readonly [name: string]: Json };
}

/** What history tells of people and of the world outside, by step or stage. */
export interface Learnt {
  readonly tasks: ReadonlyMap<string, readonly Sample[]>;
  /** How people left a stage: by which move, or by none. */
  readonly visits: ReadonlyMap<string, readonly Sample[]>;
  readonly children: ReadonlyMap<string, readonly Sample[]>;
  readonly effects: ReadonlyMap<string, EffectSample>;
}

/** More of one place add nothing to what is known of it. */
const MOST_SAMPLES = 500;

/** What a visit is left by when no person's move leaves it. */
export const NO_MOVE = "";

const resultOf = ({ events }: RecordedPlace): { readonly result: string; readonly at: string } | null => {
  for (const { event } of events.toReversed()) {
    if (event.type === "move") return { result: event.move, at: event.at };
    if (event.type === "childEnded") return { result: event.outcome ?? "", at: event.at };
    if (event.type !== "task") continue;
    const { act, at } = { act: event.act, at: event.at };
    if (act.do === "complete") return { result: act.outcome, at };
    if (act.do === "approve" || act.do === "reject" || act.do === "sendBack") return { result: act.do, at };
  }
  return null;
};

/** Learns from the ways of closed cases, one after the other. */
export class Learning {
  private readonly clock: WorkClock;
  private readonly tasks = new Map<string, Sample[]>();
  private readonly visits = new Map<string, Sample[]>();
  private readonly children = new Map<string, Sample[]>();
  private readonly effects = new Map<string, EffectSample>();

  constructor(clock: WorkClock) {
    this.clock = clock;
  }

  learn(walk: Pick<Walk, "steps">): void {
    const { tasks, visits, children, effects } = recordedIn(walk);
    this.sample(tasks, this.tasks);
    this.sample(visits, this.visits, NO_MOVE);
    this.sample(children, this.children);
    for (const [node, places] of effects) {
      const done = places.flatMap(({ events }) => events).find(({ event }) => event.type === "effectDone");
      if (done?.event.type === "effectDone" && !this.effects.has(node))
        this.effects.set(node, { output: done.event.output });
    }
  }

  /** All that is known so far. */
  get known(): Learnt {
    return { tasks: this.tasks, visits: this.visits, children: this.children, effects: this.effects };
  }

  private sample(
    places: ReadonlyMap<string, readonly RecordedPlace[]>,
    into: Map<string, Sample[]>,
    otherwise?: string,
  ): void {
    for (const [name, all] of places) {
      const known = into.get(name) ?? [];
      into.set(name, known);
      for (const place of all) {
        const told = resultOf(place);
        if (known.length >= MOST_SAMPLES || (told === null && otherwise === undefined)) continue;
        known.push(
          told === null
            ? { result: otherwise ?? NO_MOVE, tookMs: 0 }
            : { result: told.result, tookMs: this.clock.worked(place.openedAt, told.at) },
        );
      }
    }
  }
}

/** Whether a process has no history at all. */
export const NOTHING_LEARNT: Learnt = { tasks: new Map(), visits: new Map(), children: new Map(), effects: new Map() };
