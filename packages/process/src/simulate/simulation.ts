import { problem, type Problem } from "@sluice/problems";
import { advance } from "../kernel/advance.ts";
import type { Advanced, KernelAnswer } from "../kernel/answer.ts";
import type { Actor, CaseEvent, Happening, TaskAct } from "../kernel/event.ts";
import { factOf, type FactKey, type Facts } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import { newborn } from "../kernel/newborn.ts";
import type { Plan } from "../kernel/plan.ts";
import { MOST_ROUNDS, roundsWith } from "../kernel/rounds.ts";
import { noSightings } from "../kernel/sightings.ts";
import type { CaseState } from "../kernel/state.ts";
import type { EffectDraft, TaskDraft, Write } from "../kernel/write.ts";
import { NO_MAPPING, type MigrationMapping, type TimerChoice } from "../version/migration/mapping.ts";
import { migrateState, type MigrateEvent } from "../version/migration/migrateState.ts";
import type { Stood } from "../version/migration/stood.ts";
import { answerFact } from "./answerFact.ts";
import type { SimulatedWorld } from "./world.ts";

export type { SimulatedPerson, SimulatedWorld } from "./world.ts";

/** A task as a simulation shows it. */
export interface SimulatedTask extends TaskDraft {
  readonly open: boolean;
}

/** Whether nobody waits for it: it is read, or answered, beside the work. */
const isAside = ({ kind }: SimulatedTask): boolean => kind === "copy" || kind === "consult";

/** An event that was accepted, with what came of it: what a story, a fold and a coverage picture are made from. */
export interface TakenStep {
  readonly event: CaseEvent;
  readonly before: CaseState;
  readonly answer: Advanced;
}

/** A case that wakes itself so often in a row is left alone: at the door this would be an incident. */
const CHAIN_LIMIT = 16;

/**
 * Plays one case on a plan with the same kernel as the door, in a small world and on a virtual clock.
 *
 * Nothing is done outside: effects are kept in `effects`, tasks in `tasks`, fields in `world.record`. Time stands still until
 * `skipTo`. A refused event changes nothing; its problems are in `refusals`.
 */
export class Simulation {
  plan: Plan;
  world: SimulatedWorld;
  state: CaseState;
  at: string;
  alarmAt: string | null = null;
  readonly tasks = new Map<string, SimulatedTask>();
  readonly effects = new Map<string, EffectDraft>();
  readonly steps: TakenStep[] = [];
  readonly writes: Write[] = [];
  refusals: readonly Problem[] = [];
  /** What all events so far came past, those that were refused too. */
  readonly sightings = noSightings();
  /** How often the last event asked the world. */
  rounds = 0;

  constructor(plan: Plan, world: SimulatedWorld, startAt: string, initiatorId: string | null) {
    this.plan = plan;
    this.world = world;
    this.at = startAt;
    this.state = newborn(startAt, initiatorId);
  }

  start(variables: { readonly [key: string]: Json } = {}): KernelAnswer {
    const { initiatorId } = this.state;
    const actor: Actor =
      initiatorId === null ? { kind: "system", name: "inbox" } : { kind: "person", personId: initiatorId };
    return this.send({ type: "start", variables }, actor);
  }

  move(
    personId: string,
    move: string,
    {
      reason = null,
      form = {},
    }: { readonly reason?: string | null; readonly form?: { readonly [path: string]: Json } } = {},
  ): KernelAnswer {
    return this.send({ type: "move", move, reason, form }, { kind: "person", personId });
  }

  /** Acts on the open task of a node; `person` must be the one who holds it, unless they act as its initiator. */
  act(
    personId: string,
    node: string,
    act: TaskAct,
    comment: string | null = null,
    {
      form = {},
      attachments = [],
      signature = null,
    }: {
      readonly form?: { readonly [path: string]: Json };
      readonly attachments?: readonly string[];
      readonly signature?: string | null;
    } = {},
  ): KernelAnswer {
    const open = [...this.tasks.values()].filter((it) => it.open && it.node === node && !isAside(it));
    const task = open.find((it) => it.people.includes(personId)) ?? open[0];
    return this.send(
      { type: "task", task: task?.key ?? "none", act, comment, attachments, signature, form },
      { kind: "person", personId },
    );
  }

  /** Closes what somebody was only told or asked beside the work of a step, as the door does: the kernel does not wait for it. */
  putAway(personId: string, node: string): boolean {
    const open = [...this.tasks.values()].filter((it) => it.open && it.node === node && it.people.includes(personId));
    const [task] = open;
    if (task === undefined || !open.every(isAside)) return false;
    this.tasks.set(task.key, { ...task, open: false });
    return true;
  }

  /** Lets virtual time pass; every alarm that falls due meanwhile rings at its instant. */
  skipTo(at: string): void {
    while (this.ringBy(at));
    this.at = at;
  }

  /** Rings the next alarm that is due by then, at its instant. False when there is none, or it changed nothing. */
  ringBy(at: string): boolean {
    const due = this.alarmAt;
    if (due === null || due > at) return false;
    this.at = due > this.at ? due : this.at;
    return this.send({ type: "alarmRang", dueAt: due }, { kind: "system", name: "clock" }).answer === "advanced";
  }

  /** Changes the world's record, and tells the case, as the door's watch does. */
  change(record: { readonly [path: string]: Json }, rules?: SimulatedWorld["rules"]): void {
    this.world = {
      ...this.world,
      record: { ...this.world.record, ...record },
      ...(rules ? { rules: { ...this.world.rules, ...rules } } : {}),
    };
    this.send({ type: "factsChanged" }, { kind: "system", name: "inbox" });
  }

  effectDone(node: string, output: { readonly [name: string]: Json } = {}): KernelAnswer {
    const effect = [...this.effects.values()].findLast((it) => it.node === node);
    return this.send(
      { type: "effectDone", effect: effect?.key ?? "none", output },
      { kind: "system", name: "carrier" },
    );
  }

  effectFailed(node: string, reason: string, unknown = false): KernelAnswer {
    const effect = [...this.effects.values()].findLast((it) => it.node === node);
    return this.send(
      { type: "effectFailed", effect: effect?.key ?? "none", reason, unknown },
      { kind: "system", name: "carrier" },
    );
  }

  send(happening: Happening, actor: Actor): KernelAnswer {
    const event: CaseEvent = { ...happening, at: this.at, actor };
    const answer = this.watched(event);
    this.refusals = answer.answer === "refused" ? answer.problems : [];
    if (answer.answer === "advanced") {
      this.take(event, answer);
      this.hearOfItself(answer);
    }
    return answer;
  }

  /** Tells the case what its own step changed of its record, as the door does by its inbox right after. */
  private hearOfItself({ writes, state }: Advanced, chain = 0): void {
    const isConcerned = writes.some(({ write }) => write === "setField" || write === "setOwner");
    if (!isConcerned || state.status !== "running" || chain === CHAIN_LIMIT) return;
    const event: CaseEvent = { type: "factsChanged", at: this.at, actor: { kind: "system", name: "inbox" } };
    const answer = this.watched(event);
    if (answer.answer !== "advanced") return;
    this.take(event, answer);
    this.hearOfItself(answer, chain + 1);
  }

  /** Takes the case over to another version of its process, as an admin does. */
  migrate(
    to: Plan,
    {
      mapping = NO_MAPPING,
      timers = "kept",
      back,
    }: { mapping?: MigrationMapping; timers?: TimerChoice; back?: Stood } = {},
  ): KernelAnswer {
    const unnamed = { version: 1, hash: "" };
    const event: MigrateEvent = {
      type: "migrate",
      from: unnamed,
      to: unnamed,
      mapping,
      timers,
      reason: "a new version",
      ...(back === undefined ? {} : { back }),
      at: this.at,
      actor: { kind: "person", personId: "admin" },
    };
    const versions = { from: this.plan, to };
    const answer = this.answered((facts) => migrateState(versions, this.state, event, facts));
    this.refusals = answer.answer === "refused" ? answer.problems : [];
    if (answer.answer !== "advanced") return answer;
    this.take(event, answer);
    this.plan = to;
    return answer;
  }

  /** The problems that stand against an event now; empty when it would be taken. Changes nothing. */
  problemsOf(happening: Happening, actor: Actor): readonly Problem[] {
    const answer = this.ask({ ...happening, at: this.at, actor });
    return answer.answer === "refused" ? answer.problems : [];
  }

  private ask(event: CaseEvent): KernelAnswer {
    const answer = this.answered((facts) => advance(this.plan, this.state, event, facts));
    return this.allowed(event, answer);
  }

  /** What is made of the kernel's answer by whoever holds cases to more than their drawing; as it is, where nobody does. */
  protected allowed(_event: CaseEvent, answer: KernelAnswer): KernelAnswer {
    return answer;
  }

  /** Asks, and keeps what was come past on the way to the answer. */
  private watched(event: CaseEvent): KernelAnswer {
    let met = noSightings();
    const taken = this.answered((facts) => {
      met = noSightings();
      return advance(this.plan, this.state, event, facts, met);
    });
    const answer = this.allowed(event, taken);
    this.sightings.asked.push(...met.asked);
    if (answer.answer === "advanced") this.sightings.taken.push(...met.taken);
    return answer;
  }

  private answered(asked: (facts: Facts) => KernelAnswer): KernelAnswer {
    let facts: Facts = {};
    this.rounds = 0;
    for (let counted = 0; counted <= MOST_ROUNDS;) {
      const answer = asked(facts);
      if (answer.answer !== "needs") return answer;
      this.rounds += 1;
      counted = roundsWith(counted, answer.needs);
      facts = {
        ...facts,
        ...Object.fromEntries(
          answer.needs.map((key: FactKey) => [key, answerFact(this.world, this.state, factOf(key))]),
        ),
      };
    }
    return { answer: "refused", problems: [problem("STEP_TOO_LONG", { limit: MOST_ROUNDS })] };
  }

  private take(event: CaseEvent, answer: Advanced): void {
    this.steps.push({ event, before: this.state, answer });
    this.state = answer.state;
    this.alarmAt = answer.alarmAt;
    for (const effect of answer.wanted) this.effects.set(effect.key, effect);
    for (const key of answer.unwanted) this.effects.delete(key);
    for (const write of answer.writes) this.apply(write);
  }

  private apply(write: Write): void {
    this.writes.push(write);
    if (write.write === "openTask") this.tasks.set(write.task.key, { ...write.task, open: true });
    const redrawn = write.write === "redrawTask" ? this.tasks.get(write.task) : undefined;
    if (redrawn && write.write === "redrawTask") {
      const { write: _write, task: _task, ...drawn } = write;
      this.tasks.set(redrawn.key, { ...redrawn, ...drawn });
    }
    if (write.write === "setField")
      this.world = { ...this.world, record: { ...this.world.record, [write.path]: write.value } };
    const due = write.write === "dueTask" ? this.tasks.get(write.task) : undefined;
    if (due && write.write === "dueTask") this.tasks.set(due.key, { ...due, dueAt: write.dueAt });
    if (write.write === "setOwner") this.world = { ...this.world, ownerId: write.personId };
    const task = write.write === "closeTask" || write.write === "assignTask" ? this.tasks.get(write.task) : undefined;
    if (task && write.write === "closeTask") this.tasks.set(task.key, { ...task, open: false });
    if (task && write.write === "assignTask") this.tasks.set(task.key, { ...task, people: write.people });
  }
}
