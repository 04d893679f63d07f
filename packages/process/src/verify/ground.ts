import { newborn } from "../kernel/newborn.ts";
import { nodeIn } from "../kernel/plan.ts";
import type { CaseState } from "../kernel/state.ts";
import type { Abstraction } from "./abstraction.ts";
import { answersIn, initiatorOf, NOW } from "./answers.ts";
import { canonicalIn, stateSaid } from "./canonical.ts";
import { happeningsIn, type Possible } from "./happenings.ts";
import type { Known } from "./known.ts";
import { seenIn, type Seen, type Vouched } from "./seen.ts";
import { stepTaker, type Taken } from "./taken.ts";

/** Where a case can stand, whatever led there: its state, and what is known of the record while it rests. */
export interface Base {
  /** One of its own in its ground. */
  readonly number: number;
  readonly state: CaseState;
  readonly known: Known;
}

/** One way from a base to another, standing for all that do the same. */
export interface Way {
  readonly possible: Possible;
  readonly taken: Taken;
  /** What it did that a control point may speak of, in order. */
  readonly seen: readonly Seen[];
  readonly to: Base;
}

/** What may matter to whoever explores. */
export interface GroundSettings {
  /** Whether it can matter that somebody who is asked began the case. */
  readonly initiatorMatters: boolean;
  /** Whether it matters that work may be handed to whoever began the case. */
  readonly canHandOver: boolean;
  /** Whether ways that saw other data are told apart, even where they do the same. */
  readonly dataMatters: boolean;
  readonly vouched: Vouched;
}

const nameOf = (state: string, known: Known): string =>
  `${state} ${JSON.stringify(Object.entries(known).toSorted(([a], [b]) => (a < b ? -1 : 1)))}`;

/** What stays known while the case rests: the record's own fields, as far as an approval locks them. */
const knownAtRest = (
  { plan, isOwn, isWrittenUnknown, valuesOf }: Abstraction,
  { answer, saw }: Taken,
  before: Known,
): Known => {
  const locks = answer.state.tokens.flatMap((token) => {
    const node = nodeIn(plan, token.node);
    return node.kind === "approval" && node.lockRecord ? [node] : [];
  });
  if (locks.length === 0) return {};
  const written = answer.writes.flatMap((write) => (write.write === "setField" ? [write] : []));
  const now = Object.fromEntries([
    ...Object.entries(before),
    ...Object.entries(saw),
    ...written.map(({ path, value }) => [path, value] as const),
  ]);
  const lost = new Set(written.map(({ path }) => path).filter(isWrittenUnknown));
  return Object.fromEntries(
    Object.entries(now).filter(
      ([path]) =>
        isOwn(path) &&
        valuesOf(path).length > 1 &&
        !lost.has(path) &&
        !locks.some((lock) => lock.lockExcept.includes(path)),
    ),
  );
};

/**
 * The ways of a plan from one base to the next, each worked out by the kernel once, however many explorations pass there.
 *
 * `work` is what they have come to so far, in questions to the kernel; it hangs on nothing but the plan, and so does what is
 * found within a bound of it.
 */
export class Ground {
  readonly abstraction: Abstraction;
  work = 0;
  private readonly settings: GroundSettings;
  private readonly take: ReturnType<typeof stepTaker>;
  private readonly canonical: ReturnType<typeof canonicalIn>;
  private readonly bases = new Map<string, Base>();
  private readonly possible = new Map<Base, readonly Possible[]>();
  private begun: { readonly base: Base; readonly start: Possible } | null = null;
  private readonly ways = new Map<Possible, readonly Way[]>();

  constructor(abstraction: Abstraction, settings: GroundSettings) {
    this.abstraction = abstraction;
    this.settings = settings;
    this.take = stepTaker(abstraction.plan, answersIn(abstraction, settings));
    this.canonical = canonicalIn(abstraction.plan, abstraction.isRead);
  }

  /** The case before its first event, and that event. */
  beginning(): { readonly base: Base; readonly start: Possible } {
    this.begun ??= this.begin();
    return this.begun;
  }

  private begin(): { readonly base: Base; readonly start: Possible } {
    const { start: begun } = this.abstraction.plan;
    const initiator = initiatorOf(begun);
    const state = newborn(NOW, initiator);
    const base: Base = { number: 0, state, known: {} };
    const start: Possible = {
      happening: { type: "start", variables: {} },
      actor: initiator === null ? { kind: "system", name: "inbox" } : { kind: "person", personId: initiator },
      token: null,
      node: begun.id,
      edits: [],
      state,
    };
    return { base, start };
  }

  /** The case at rest as it stands, whatever led there. */
  restingAt(resting: CaseState): Base {
    return this.baseOf(this.canonical(resting), {});
  }

  /** Everything that may happen there. A case that an incident has stopped waits for an admin, and is followed no further. */
  possibleAt(base: Base): readonly Possible[] {
    const known = this.possible.get(base);
    if (known) return known;
    const found =
      base.state.incidents.length > 0 ? [] : happeningsIn(this.abstraction.plan, base.state, this.settings.canHandOver);
    this.possible.set(base, found);
    return found;
  }

  /**
   * Every way in which something that may happen there goes; null when it has not been worked out yet and all the work that may
   * be done is done.
   */
  waysOf(base: Base, possible: Possible, most: number): readonly Way[] | null {
    const known = this.ways.get(possible);
    if (known) return known;
    if (this.work > most) return null;
    const { taken, questions } = this.take(possible, base.known);
    const ways = this.distinct(taken.map((one) => this.wayOf(base, possible, one)));
    const writes = taken.reduce((sum, { answer }) => sum + answer.writes.length, 0) / Math.max(1, taken.length);
    this.work += questions * (1 + writes / WRITES_A_QUESTION);
    this.ways.set(possible, ways);
    return ways;
  }

  private wayOf(base: Base, possible: Possible, taken: Taken): Way {
    const { happening, state } = possible;
    const { vouched } = this.settings;
    const seen = seenIn(this.abstraction.plan, state, taken.answer, { happening, vouched });
    return { possible, taken: this.told(taken), seen, to: this.baseAfter(taken, base.known) };
  }

  /** What a step saw as far as it tells anything: a field that may hold but one value stands for any. */
  private told({ answer, saw }: Taken): Taken {
    const telling = Object.entries(saw).filter(([path]) => this.abstraction.valuesOf(path).length > 1);
    return { answer, saw: Object.fromEntries(telling) };
  }

  private distinct(ways: readonly Way[]): readonly Way[] {
    const { dataMatters } = this.settings;
    const nameOfWay = ({ to, seen, taken }: Way): string =>
      `${to.number} ${JSON.stringify([seen, dataMatters ? taken.saw : 0])}`;
    return ways.length < 2 ? ways : [...new Map(ways.map((way) => [nameOfWay(way), way])).values()];
  }

  private baseAfter(taken: Taken, before: Known): Base {
    return this.baseOf(this.canonical(taken.answer.state), knownAtRest(this.abstraction, taken, before));
  }

  private baseOf(text: string, known: Known): Base {
    this.work += text.length / CHARACTERS_A_QUESTION;
    const name = nameOf(text, known);
    const found = this.bases.get(name);
    if (found) return found;
    const base: Base = { number: this.bases.size + 1, state: stateSaid(text), known };
    this.bases.set(name, base);
    return base;
  }
}

/** A step that writes much has passed much, each time it was asked: so many writes cost about as much as a simple question. */
const WRITES_A_QUESTION = 20;
/** And about as much does a state of so long a text. */
const CHARACTERS_A_QUESTION = 8_000;
