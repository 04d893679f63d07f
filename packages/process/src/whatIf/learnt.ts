import type { Json } from "../kernel/json.ts";
import type { WorkClock } from "./pastCase.ts";
import { recordedIn, type RecordedPlace } from "./recorded.ts";
import type { Walk } from "./refold.ts";

/** What came of one place in history, and after how many milliseconds of work. */
export interface Sample {
  readonly result: string;
  readonly tookMs: number;
  /** The variables that a child brought back with this result. */
  readonly brings?: Brings;
}

type Brings = { readonly [key: string]: Json };

/** What came of an effect, and what it gave back. */
export interface EffectSample {
  readonly output: { readonly [name: string]: Json };
}

/** What history tells of people and of the world outside, by step or stage. */
export interface Learnt {
  readonly tasks: ReadonlyMap<string, readonly Sample[]>;
  /** How each person decided where they were asked to approve, whatever the step. */
  readonly approvers: ReadonlyMap<string, readonly Sample[]>;
  /** How people left a stage: by which move, or by none. */
  readonly visits: ReadonlyMap<string, readonly Sample[]>;
  readonly children: ReadonlyMap<string, readonly Sample[]>;
  readonly effects: ReadonlyMap<string, EffectSample>;
}

/** More of one place add nothing to what is known of it. */
const MOST_SAMPLES = 500;

/** What a visit is left by when no person's move leaves it. */
export const NO_MOVE = "";

interface Told {
  readonly result: string;
  readonly at: string;
  /** Whoever gave a verdict; null where it is none. */
  readonly approver: string | null;
  readonly brings?: Brings;
}

const resultOf = ({ events }: RecordedPlace): Told | null => {
  for (const { event } of events.toReversed()) {
    const { at, actor } = event;
    if (event.type === "move") return { result: event.move, at, approver: null };
    if (event.type === "childEnded")
      return { result: event.outcome ?? "", at, approver: null, ...(event.brings && { brings: event.brings }) };
    if (event.type !== "task") continue;
    const { act } = event;
    if (act.do === "complete") return { result: act.outcome, at, approver: null };
    if (act.do === "approve" || act.do === "reject" || act.do === "sendBack")
      return { result: act.do, at, approver: actor.kind === "person" ? actor.personId : null };
  }
  return null;
};

/** Learns from the ways of closed cases, one after the other. */
export class Learning {
  private readonly clock: WorkClock;
  private readonly tasks = new Map<string, Sample[]>();
  private readonly approvers = new Map<string, Sample[]>();
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
    const { tasks, approvers, visits, children, effects } = this;
    return { tasks, approvers, visits, children, effects };
  }

  private sampleOf(approver: string, { openedAt }: RecordedPlace, { result, at }: Told): void {
    const known = this.approvers.get(approver) ?? [];
    this.approvers.set(approver, known);
    if (known.length < MOST_SAMPLES) known.push({ result, tookMs: this.clock.worked(openedAt, at) });
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
        if (told !== null && told.approver !== null) this.sampleOf(told.approver, place, told);
        if (known.length >= MOST_SAMPLES || (told === null && otherwise === undefined)) continue;
        known.push(
          told === null
            ? { result: otherwise ?? NO_MOVE, tookMs: 0 }
            : {
                result: told.result,
                tookMs: this.clock.worked(place.openedAt, told.at),
                ...(told.brings && { brings: told.brings }),
              },
        );
      }
    }
  }
}

/** Whether a process has no history at all. */
export const NOTHING_LEARNT: Learnt = {
  tasks: new Map(),
  approvers: new Map(),
  visits: new Map(),
  children: new Map(),
  effects: new Map(),
};
