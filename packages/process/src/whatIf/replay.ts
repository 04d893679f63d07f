import type { Problem } from "@sluice/problems";
import { advance } from "../kernel/advance.ts";
import type { Advanced } from "../kernel/answer.ts";
import type { Actor, Happening } from "../kernel/event.ts";
import type { FactKey } from "../kernel/fact.ts";
import { newborn } from "../kernel/newborn.ts";
import type { CaseState } from "../kernel/state.ts";
import { isoOf, msOf } from "../simulate/spans.ts";
import { Agenda, type Due } from "./agenda.ts";
import { Cast } from "./cast.ts";
import { DoorWatch } from "./doorWatch.ts";
import type { DrawnFrom } from "./draw.ts";
import type { Learnt } from "./learnt.ts";
import type { PastCase, Trial } from "./pastCase.ts";
import { fieldsWritten, PastFacts, type Moment } from "./pastFacts.ts";
import { recordedIn, type Nap, type Recorded } from "./recorded.ts";
import type { Walk, WalkedStep } from "./refold.ts";

/** A case that wakes itself so often in a row is left alone: at the door this would be an incident. */
const CHAIN_LIMIT = 16;
/** More steps than this are a case that never ends. */
const MOST_STEPS = 1_000;
/** A recorded act that was refused is tried again so often, each time something has changed. */
const MOST_TRIES = 20;
/** Nothing is looked at that lies further behind the end of the old case. */
const FURTHEST_MS = 400 * 86_400_000;

/** How a replay went: the way, or the question that nobody can answer as of then. */
export type Replayed =
  | {
      readonly walk: Walk;
      readonly refusals: readonly Problem[];
      readonly drawn: ReadonlyMap<string, DrawnFrom>;
      /** The control points that the door would have held against a step. */
      readonly forbidden: readonly string[];
    }
  | { readonly unknown: FactKey };

class Unknown extends Error {
  readonly key: FactKey;

  constructor(key: FactKey) {
    super(key);
    this.key = key;
  }
}

const machine: Actor = { kind: "system", name: "inbox" };

/** One run of a closed case on another plan: with the same kernel, in virtual time, with what was recorded of it. */
class Replay {
  private readonly trial: Trial;
  private readonly facts: PastFacts;
  private readonly recorded: Recorded;
  private readonly agenda = new Agenda();
  private readonly cast: Cast;
  private readonly door: DoorWatch;
  private readonly until: string;
  private readonly steps: WalkedStep[] = [];
  private state: CaseState;
  private alarmAt: string | null = null;
  private newsAt: string | null = null;
  /** The last recorded event that was taken at its own time. */
  private passed = -1;
  private moment: Moment;
  private refused: (Due & { readonly tries: number })[] = [];
  private refusals: readonly Problem[] = [];

  constructor(past: PastCase, walk: Walk, { trial, learnt }: { readonly trial: Trial; readonly learnt: Learnt }) {
    this.trial = trial;
    this.facts = new PastFacts(past, walk, trial.plan.definition.kind === "lifeCycle");
    this.recorded = recordedIn(walk);
    this.cast = new Cast({ past, trial, learnt, recorded: this.recorded, agenda: this.agenda });
    this.door = new DoorWatch({ plan: trial.plan, initiatorId: past.initiatorId, facts: this.facts });
    this.state = newborn(past.openedAt, past.initiatorId);
    this.moment = { at: past.openedAt, seq: null };
    this.until = isoOf(msOf(past.events.at(-1)?.at ?? past.openedAt) + FURTHEST_MS);
  }

  run(): Replayed {
    try {
      this.cast.enter();
      while (this.steps.length < MOST_STEPS && this.next());
    } catch (cause) {
      if (cause instanceof Unknown) return { unknown: cause.key };
      throw cause;
    }
    return {
      walk: { steps: this.steps, state: this.state },
      refusals: this.refusals,
      drawn: this.cast.drawn,
      forbidden: this.door.forbidden,
    };
  }

  /** Lets the next thing happen. False when nothing will ever happen any more. */
  private next(): boolean {
    if (this.state.status === "ended") return false;
    const due =
      this.nextDue() ?? (this.cast.press(this.state, this.moment.at, this.refused.length > 0) ? this.nextDue() : null);
    if (due === null || due.at > this.until) return false;
    const at = due.at > this.moment.at ? due.at : this.moment.at;
    this.moment = { at, seq: due.recordedAt === at ? due.seq : null };
    this.passed = Math.max(this.passed, this.moment.seq ?? -1);
    this.attempt({ ...due, tries: 0 });
    return true;
  }

  private nextDue(): Due | null {
    const { first } = this.agenda;
    const alarm = this.alarm();
    const soonest = alarm !== null && (first === undefined || this.isSooner(alarm, first)) ? alarm : (first ?? null);
    if (this.newsAt !== null && (soonest === null || this.newsAt < soonest.at)) {
      const at = this.newsAt;
      this.newsAt = null;
      return {
        at,
        seq: null,
        recordedAt: null,
        isDrawn: false,
        isPersons: false,
        make: () => [{ type: "factsChanged" }, machine],
      };
    }
    if (soonest !== null && soonest === first) this.agenda.take();
    return soonest;
  }

  private isSooner(one: Due, other: Due): boolean {
    return one.at !== other.at ? one.at < other.at : (one.seq ?? Infinity) < (other.seq ?? Infinity);
  }

  private alarm(): Due | null {
    const dueAt = this.alarmAt;
    if (dueAt === null || this.state.status !== "running") return null;
    const nap = this.napOver(dueAt);
    const rang = nap?.isOver === true ? nap : null;
    return {
      at: nap?.at ?? dueAt,
      seq: rang?.seq ?? null,
      recordedAt: rang?.at ?? null,
      isDrawn: false,
      isPersons: false,
      make: () => [
        { type: "alarmRang", dueAt },
        { kind: "system", name: "clock" },
      ],
    };
  }

  /**
   * Until when an alarm sleeps: as long as one that was due then slept in the old case, whether that one rang late or was not
   * wanted any more before it rang. Null when none slept.
   */
  private napOver(dueAt: string): Nap | null {
    const { moment, passed } = this;
    const ahead = this.recorded.naps.filter(
      (it) => it.dueAt <= dueAt && dueAt <= it.at && (it.at > moment.at || (it.at === moment.at && it.seq > passed)),
    );
    return ahead.find(({ isOver }) => isOver) ?? ahead.at(-1) ?? null;
  }

  private attempt(due: Due & { readonly tries: number }): void {
    const made = due.make();
    if (made === null) return;
    const [happening, actor] = made;
    const answer = this.ask(happening, actor);
    if (happening.type === "alarmRang" && answer.answer !== "advanced") this.alarmAt = null;
    if (answer.answer === "refused" && due.isPersons && due.tries < MOST_TRIES) {
      this.refused.push({ ...due, tries: due.tries + 1 });
      this.refusals = answer.problems;
    }
    if (answer.answer !== "advanced") return;
    this.take(happening, actor, { answer, isDrawn: due.isDrawn });
    this.hearOfItself(answer, 0);
    const again = this.refused;
    this.refused = [];
    if (due.isPersons) this.refusals = [];
    for (const it of again) this.attempt(it);
  }

  private ask(happening: Happening, actor: Actor) {
    const event = { ...happening, at: this.moment.at, actor };
    const answer = advance(this.trial.plan, this.state, event, this.facts.asOf(this.moment));
    if (answer.answer === "needs") throw new Unknown(answer.needs[0] ?? "");
    return answer;
  }

  private take(
    happening: Happening,
    actor: Actor,
    { answer, isDrawn }: { readonly answer: Advanced; readonly isDrawn: boolean },
  ): void {
    const step: WalkedStep = {
      event: { ...happening, at: this.moment.at, actor },
      before: this.state,
      answer,
      isDrawn,
    };
    this.steps.push(step);
    this.door.see(step, this.moment);
    this.state = answer.state;
    this.alarmAt = answer.alarmAt;
    for (const [path, value] of fieldsWritten(step, this.trial.plan.definition.kind === "lifeCycle"))
      this.facts.write(path, value, this.moment);
    this.newsAt = answer.watches.length === 0 ? null : this.facts.nextNews(answer.watches, this.moment.at);
    this.cast.follow(step);
  }

  /** Tells the case what its own step changed of its record, as the door does right after. */
  private hearOfItself({ writes, state }: Advanced, chain: number): void {
    const isConcerned = writes.some(
      ({ write }) => write === "setField" || write === "setOwner" || write === "enterStage",
    );
    const isWaiting = state.waits.some(({ kind }) => kind === "condition" || kind === "timer");
    if (!isConcerned || !isWaiting || state.status !== "running" || chain === CHAIN_LIMIT) return;
    const happening: Happening = { type: "factsChanged" };
    const answer = this.ask(happening, machine);
    if (answer.answer !== "advanced") return;
    this.take(happening, machine, { answer, isDrawn: false });
    this.hearOfItself(answer, chain + 1);
  }
}

/** Runs a closed case on the plan that is tried. Pure: the same case, trial and history give the same way. */
export const replay = (
  past: PastCase,
  walk: Walk,
  against: { readonly trial: Trial; readonly learnt: Learnt },
): Replayed => new Replay(past, walk, against).run();
