import { problem, type Problem } from "@sluice/problems";
import type { CaseEvent } from "./event.ts";
import { factKeyOf, factOf, type Fact, type FactKey, type Facts } from "./fact.ts";
import { holderOf } from "./holder.ts";
import type { Json } from "./json.ts";
import { jsonText } from "./jsonText.ts";
import type { Plan } from "./plan.ts";
import type { Sightings } from "./sightings.ts";
import { MissingFacts, Refused } from "./signals.ts";
import { TRAIL_LIMIT, type CaseState, type Scope, type Token, type TrailEntry, type Wait } from "./state.ts";
import type { EffectDraft, Write } from "./write.ts";

type Draft = { -readonly [Key in keyof CaseState]: CaseState[Key] };

/** Most steps ask for one or two of a kind; whoever asks for more is likely to ask for all. */
const SEVERAL = 2;

/** A place that a token is about to enter. */
export interface Arrival {
  readonly node: string;
  readonly scope: string;
  readonly via: string | null;
  readonly returnTo?: string;
}

interface Snapshot {
  readonly state: Draft;
  readonly counter: number;
  readonly writes: number;
  readonly wanted: number;
  readonly unwanted: number;
  readonly overlay: ReadonlyMap<string, Json>;
  readonly entries: ReadonlyMap<string, number>;
  readonly arrivals: readonly Arrival[];
  readonly taken: number;
}

/** About how many characters an entry takes as JSON, never fewer: ids of people are UUIDs. */
const sizeOf = ({ by, asked, watched }: TrailEntry): number =>
  250 +
  40 * (by.length + asked.length) +
  Object.entries(watched).reduce((sum, [path, value]) => sum + path.length + jsonText(value).length + 6, 0);

/**
 * One step in the making: the next state as a draft, and what the door is to do for it.
 *
 * Holds no rule of the language: the rules are in `flow`, `stages`, `joins`, the handlers and the nodes' behaviours. The
 * draft's arrays are replaced, never changed in place, so the state it came from stays as it was.
 */
export class Step {
  readonly plan: Plan;
  readonly event: CaseEvent;
  readonly state: Draft;
  readonly writes: Write[] = [];
  readonly wanted: EffectDraft[] = [];
  readonly unwanted: string[] = [];
  /** Where tokens are about to go; emptied by `settle`. */
  readonly arrivals: Arrival[] = [];
  /** Entries of each node in each scope during this step: what tells a loop. */
  readonly entries = new Map<string, number>();
  /** Whether a gate held the record in its stage when the step began. */
  readonly wasHeld: boolean;
  private readonly facts: Facts;
  private readonly looked = new Map<FactKey, Json>();
  private overlay = new Map<string, Json>();
  private counter = 0;
  private readonly sightings: Sightings | null;

  constructor(plan: Plan, state: CaseState, event: CaseEvent, facts: Facts, sightings: Sightings | null = null) {
    this.plan = plan;
    this.event = event;
    this.facts = facts;
    this.sightings = sightings;
    this.state = { ...state, seq: state.seq + 1 };
    this.wasHeld = holderOf(this) !== undefined;
  }

  /** Looks answers up; when some are not known yet, the step is given up and asks for all of them at once, and for `besides`. */
  look(questions: readonly Fact[], besides: () => readonly Fact[] = () => []): readonly Json[] {
    const keys = questions.map(factKeyOf);
    const missing = keys.filter((key) => this.facts[key] === undefined);
    if (missing.length > 0)
      throw new MissingFacts([...missing, ...this.unknown([...this.alsoWanted(questions), ...besides()])]);
    return keys.map((key) => {
      const value = this.facts[key] as Json;
      this.looked.set(key, value);
      return value;
    });
  }

  /** What this plan will soon ask besides, of the same kind, so that a step needs few rounds. */
  private alsoWanted(questions: readonly Fact[]): readonly Fact[] {
    const { paths, spans } = this.plan.foreseen;
    const fields: readonly Fact[] = questions.some(({ fact }) => fact === "field")
      ? paths.map((path) => ({ fact: "field", path }))
      : [];
    const dues: readonly Fact[] = questions.some(({ fact }) => fact === "dueAt")
      ? spans.map((span) => ({ fact: "dueAt", from: this.event.at, span }))
      : [];
    return [...fields, ...dues];
  }

  private unknown(questions: readonly Fact[]): readonly FactKey[] {
    return questions.map(factKeyOf).filter((key) => this.facts[key] === undefined);
  }

  /** What to ask besides once a step has turned out to go on and on: several questions of this kind have been answered in it. */
  onceSeveral(kind: Fact["fact"], besides: () => readonly Fact[]): readonly Fact[] {
    const answered = Object.keys(this.facts).filter((key) => factOf(key).fact === kind);
    return answered.length < SEVERAL ? [] : besides();
  }

  /** What is known of a field without asking; null when that is nothing yet. It does not count as looked at. */
  knownField(path: string): Json {
    return this.overlay.get(path) ?? this.facts[factKeyOf({ fact: "field", path })] ?? null;
  }

  /** Fields of the record, what this step wrote before what the database holds. */
  fields(paths: readonly string[]): ReadonlyMap<string, Json> {
    const unwritten = paths.filter((path) => !this.overlay.has(path));
    const values = this.look(unwritten.map((path) => ({ fact: "field", path })));
    return new Map(paths.map((path) => [path, this.overlay.get(path) ?? values[unwritten.indexOf(path)] ?? null]));
  }

  setField(path: string, value: Json): void {
    this.overlay.set(path, value);
    this.writes.push({ write: "setField", path, value });
  }

  /** A key unique in the case, the same for the same step. */
  newKey(): string {
    this.counter += 1;
    return `${this.state.seq}.${this.counter}`;
  }

  refuse(problems: readonly Problem[]): never {
    throw new Refused(problems);
  }

  /** Gives the step up for one reason. */
  stop(code: Problem["code"], values: Problem["values"] = {}): never {
    throw new Refused([problem(code, values)]);
  }

  addToken(token: Omit<Token, "id" | "enteredAt">): Token {
    const added: Token = { ...token, id: `t${this.newKey()}`, enteredAt: this.event.at };
    this.state.tokens = [...this.state.tokens, added];
    return added;
  }

  /** Keeps something for the node that a token rests at. Answers the token as it now is. */
  keep(token: Token, data: Json): Token {
    const kept = { ...token, data };
    this.state.tokens = this.state.tokens.map((it) => (it.id === token.id ? kept : it));
    return kept;
  }

  removeToken(tokenId: string): void {
    this.state.tokens = this.state.tokens.filter((it) => it.id !== tokenId);
  }

  addScope(scope: Omit<Scope, "id" | "fired">): Scope {
    const added: Scope = { ...scope, id: `s${this.newKey()}`, fired: [] };
    this.state.scopes = [...this.state.scopes, added];
    return added;
  }

  removeScope(scopeId: string): void {
    this.state.scopes = this.state.scopes.filter((it) => it.id !== scopeId);
  }

  addWait<W extends Wait>(wait: W): W {
    this.state.waits = [...this.state.waits, wait];
    return wait;
  }

  replaceWait(wait: Wait): void {
    this.state.waits = this.state.waits.map((it) => (it.id === wait.id ? wait : it));
  }

  removeWait(waitId: string): void {
    this.state.waits = this.state.waits.filter((it) => it.id !== waitId);
  }

  tokenOf(wait: Wait): Token {
    const token = this.state.tokens.find((it) => it.id === wait.token);
    if (!token) throw new Error(`the wait ${wait.id} has lost its token`);
    return token;
  }

  /** Notes a finished piece of people's work, or that a stage was entered. The oldest entries give way. */
  note(entry: Pick<TrailEntry, "node" | "by" | "result"> & Partial<TrailEntry>): void {
    const whole: TrailEntry = { round: 0, at: this.event.at, scope: null, asked: entry.by, watched: {}, ...entry };
    const trail = [...this.state.trail, whole].slice(-TRAIL_LIMIT.entries);
    let size = trail.reduce((sum, it) => sum + sizeOf(it), 0);
    while (trail.length > 1 && size > TRAIL_LIMIT.characters) size -= sizeOf(trail.shift() as TrailEntry);
    this.state.trail = trail;
  }

  setVariable(key: string, value: Json): void {
    this.state.variables = { ...this.state.variables, [key]: value };
  }

  /** A wire or a move is taken. */
  sawTaken(id: string): void {
    this.sightings?.taken.push(id);
  }

  /** The condition of a step, a move or a wire was asked. */
  sawHold(id: string, holds: boolean): void {
    this.sightings?.asked.push({ id, holds });
  }

  snapshot(): Snapshot {
    return {
      state: { ...this.state },
      counter: this.counter,
      writes: this.writes.length,
      wanted: this.wanted.length,
      unwanted: this.unwanted.length,
      overlay: new Map(this.overlay),
      entries: new Map(this.entries),
      arrivals: [...this.arrivals],
      taken: this.sightings?.taken.length ?? 0,
    };
  }

  /** Takes back all that was drafted since; what was looked at stays among the facts used. */
  restore(snapshot: Snapshot): void {
    Object.assign(this.state, snapshot.state);
    if (snapshot.state.firstStep === undefined) delete this.state.firstStep;
    this.counter = snapshot.counter;
    this.writes.length = snapshot.writes;
    this.wanted.length = snapshot.wanted;
    this.unwanted.length = snapshot.unwanted;
    this.overlay = new Map(snapshot.overlay);
    this.arrivals.splice(0, this.arrivals.length, ...snapshot.arrivals);
    this.sightings?.taken.splice(snapshot.taken);
    this.entries.clear();
    for (const [place, count] of snapshot.entries) this.entries.set(place, count);
  }

  used(): Facts {
    return Object.fromEntries([...this.looked].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
