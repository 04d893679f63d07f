import { factOf, type Fact, type FactKey, type Facts } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import { isoOf, msOf } from "../simulate/spans.ts";
import type { PastCase } from "./pastCase.ts";
import type { Walk } from "./refold.ts";

/** An instant of a replay; `seq` says which recorded event is taken then, where it is one and at its own time. */
export interface Moment {
  readonly at: string;
  readonly seq: number | null;
}

interface Seen {
  readonly at: string;
  readonly seq: number;
  readonly value: Json;
}

/** What a replay wrote itself: it holds from then on, until somebody else is seen to have changed it. */
interface Written extends Moment {
  readonly value: Json;
}

const isAfter = (seen: Seen, { at, seq }: Moment): boolean =>
  seen.at > at || (seen.at === at && seq !== null && seen.seq > seq);

/** The fields that a step leaves behind it. The stage is the record's own only where the process is its life. */
export const fieldsWritten = (
  { answer }: Walk["steps"][number],
  isLifeCycle: boolean,
): readonly (readonly [string, Json])[] =>
  answer.writes.flatMap((write): readonly (readonly [string, Json])[] => {
    if (write.write === "setField") return [[write.path, write.value]];
    if (write.write === "setOwner") return [["owner", write.personId]];
    if (write.write === "enterStage" && isLifeCycle) return [["stage", write.key]];
    return [];
  });

/** What was asked, read once: the same few questions come back in every step of every case. */
const asked = new Map<FactKey, Fact>();
const MOST_ASKED = 5_000;

const questionOf = (key: FactKey): Fact => {
  const known = asked.get(key);
  if (known !== undefined) return known;
  if (asked.size >= MOST_ASKED) asked.clear();
  const fact = factOf(key);
  asked.set(key, fact);
  return fact;
};

/** Questions whose answer hangs on nothing but themselves. */
const timeless = (fact: Fact): Json | undefined => {
  if (fact.fact === "people" && fact.rules.length === 0) return [];
  return fact.fact === "shifted" ? isoOf(msOf(fact.at) + msOf(fact.to) - msOf(fact.from)) : undefined;
};

/**
 * The world as it was for a closed case. What the case looked at is told as it saw it last; what it never looked at, by the
 * audit trail as of then; never by what stands today. What the old case itself had written is forgotten, what the replay writes
 * is remembered.
 */
export class PastFacts {
  private readonly seen = new Map<FactKey, Seen[]>();
  /** The first event by which the old case itself wrote a field. */
  private readonly ownWrites = new Map<string, number>();
  private readonly written = new Map<string, Written>();
  private readonly past: PastCase;

  constructor(past: PastCase, walk: Walk, isLifeCycle: boolean) {
    this.past = past;
    for (const step of walk.steps) {
      const { seq } = step.answer.state;
      for (const [key, value] of Object.entries(step.answer.used)) {
        const entries = this.seen.get(key);
        if (entries) entries.push({ at: step.event.at, seq, value });
        else this.seen.set(key, [{ at: step.event.at, seq, value }]);
      }
      for (const [path] of fieldsWritten(step, isLifeCycle))
        if (!this.ownWrites.has(path)) this.ownWrites.set(path, seq);
    }
  }

  /** Keeps what the replay wrote. */
  write(path: string, value: Json, moment: Moment): void {
    this.written.set(path, { ...moment, value });
  }

  /** The answer to a question as of a moment; undefined when nobody can tell. */
  answer(key: FactKey, moment: Moment): Json | undefined {
    const fact = questionOf(key);
    const path = fact.fact === "field" ? fact.path : null;
    const own = path === null ? undefined : this.written.get(path);
    const seen = this.lastSeen(key, moment, path);
    if (own !== undefined && (seen === undefined || !isAfter(seen, own))) return own.value;
    if (seen !== undefined) return seen.value;
    const told = this.past.trail(fact, moment.at);
    return told === undefined ? timeless(fact) : told;
  }

  private lastSeen(key: FactKey, moment: Moment, path: string | null): Seen | undefined {
    const isOwn = path !== null && !this.written.has(path);
    const until = isOwn ? (this.ownWrites.get(path) ?? Infinity) : Infinity;
    return this.seen.get(key)?.findLast((it) => it.seq <= until && !isAfter(it, moment));
  }

  /** The facts as of a moment, each looked up when it is asked for. */
  asOf(moment: Moment): Facts {
    return new Proxy<Record<FactKey, Json>>(
      {},
      { get: (_none, key) => (typeof key === "string" ? this.answer(key, moment) : undefined) },
    );
  }

  /** The next instant after `at` at which one of these is known to have changed, or null. */
  nextNews(watches: readonly FactKey[], at: string): string | null {
    const instants = watches.flatMap((key) =>
      (this.seen.get(key) ?? []).flatMap((it, index, all) =>
        it.at > at && index > 0 && JSON.stringify(all[index - 1]?.value) !== JSON.stringify(it.value) ? [it.at] : [],
      ),
    );
    const isTold = watches.some((key) => !this.seen.has(key));
    const changed = isTold ? this.past.changedAt.find((it) => it > at) : undefined;
    return [...instants, ...(changed === undefined ? [] : [changed])].toSorted()[0] ?? null;
  }
}
