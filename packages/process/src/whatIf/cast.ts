import type { Actor, Happening, Intervention, TaskAct } from "../kernel/event.ts";
import type { CaseState } from "../kernel/state.ts";
import type { TaskDraft } from "../kernel/write.ts";
import { isoOf, msOf } from "../simulate/spans.ts";
import type { Agenda, Due } from "./agenda.ts";
import { drawMove, drawTask, drawFrom, type Drawn, type DrawnFrom } from "./draw.ts";
import { NO_MOVE, type Learnt, type Sample } from "./learnt.ts";
import { Matching } from "./matched.ts";
import type { PastCase, Trial } from "./pastCase.ts";
import { nodeOfChild, taskPlace, type Recorded, type RecordedEvent, type RecordedPlace } from "./recorded.ts";
import type { WalkedStep } from "./refold.ts";
import { standIn } from "./standIn.ts";

/** Nobody waits for these. */
const ASIDE: ReadonlySet<string> = new Set(["copy", "consult"]);

interface OpenTask {
  readonly node: string;
  readonly kind: TaskDraft["kind"];
  people: readonly string[];
}

interface Visit {
  readonly stage: string;
  readonly enteredAt: string;
  readonly recorded: RecordedPlace | null;
  isDrawn: boolean;
}

interface Casting {
  readonly past: PastCase;
  readonly trial: Trial;
  readonly learnt: Learnt;
  readonly recorded: Recorded;
  readonly agenda: Agenda;
}

const carrier: Actor = { kind: "system", name: "carrier" };

const actOf = (kind: string, result: string): TaskAct => {
  if (kind === "approval" && (result === "approve" || result === "reject" || result === "sendBack"))
    return { do: result };
  return { do: "complete", outcome: result };
};

/**
 * Lets people, and the world outside, do in a replay what was recorded of them: at its own time where that place was come to
 * when it was before, else after as much work as it took then. Where nothing was recorded it is drawn.
 */
export class Cast {
  /** By step or stage: whether what was drawn there was learnt from history or assumed. */
  readonly drawn = new Map<string, DrawnFrom>();
  private readonly it: Casting;
  private readonly tasks: Matching;
  private readonly visits: Matching;
  private readonly effects: Matching;
  private readonly children: Matching;
  private readonly incidents: Matching;
  private readonly open = new Map<string, OpenTask>();
  private state: CaseState | null = null;
  private visit: Visit | null = null;
  private count = 0;

  constructor(it: Casting) {
    this.it = it;
    const { recorded } = it;
    this.tasks = new Matching(recorded.tasks);
    this.visits = new Matching(recorded.visits);
    this.effects = new Matching(recorded.effects);
    this.children = new Matching(recorded.children);
    this.incidents = new Matching(recorded.incidents);
  }

  /** Puts on the agenda what came from outside, at its own time. */
  enter(): void {
    for (const recorded of this.it.recorded.absolute)
      this.add(recorded, recorded.event.at, (event) => this.asItWas(event));
  }

  /** Puts on the agenda what comes of a step. */
  follow({ event: { at }, answer }: WalkedStep): void {
    this.state = answer.state;
    for (const write of answer.writes) {
      if (write.write === "openTask") this.ask(write.task, at);
      if (write.write === "assignTask") this.reassign(write.task, write.people);
      if (write.write === "closeTask") this.open.delete(write.task);
      if (write.write === "enterStage") this.enterStage(write.stage, at);
      if (write.write === "openChild") this.openChild(write.key, write.process, at);
      if (write.write === "raiseIncident") this.raised(write.incident, write.node, at);
    }
    for (const { key, node } of answer.wanted) this.want(key, node, at);
  }

  /** Makes somebody leave the stage that a case rests in, where nothing else would. False when nobody can. */
  press(state: CaseState, at: string, isRefused: boolean): boolean {
    const { visit } = this;
    if (state.status !== "running" || visit === null || visit.isDrawn || isRefused) return false;
    visit.isDrawn = true;
    const drawn = drawMove(this.wish(visit.stage), true);
    if (drawn === null) return false;
    this.moveOut(visit, drawn, at);
    return true;
  }

  private wish(node: string) {
    const { trial, learnt, past } = this.it;
    this.count += 1;
    const { plan, assumptions, seed } = trial;
    return { plan, learnt, assumptions, node, words: [seed, past.caseId, node, this.count] };
  }

  /** When something is done that took as long as it did before. */
  private moved(place: RecordedPlace, openedAt: string, recordedAt: string): string {
    if (place.openedAt === openedAt) return recordedAt;
    const { clock } = this.it.trial;
    return clock.after(openedAt, clock.worked(place.openedAt, recordedAt));
  }

  private add(
    { seq, event }: RecordedEvent,
    at: string,
    make: (event: RecordedEvent["event"]) => readonly [Happening, Actor] | null,
  ): void {
    const isPersons = event.type === "task" || event.type === "move";
    this.it.agenda.add({ at, seq, recordedAt: event.at, isDrawn: false, isPersons, make: () => make(event) });
  }

  private addDrawn(at: string, make: Due["make"]): void {
    this.it.agenda.add({ at, seq: null, recordedAt: null, isDrawn: true, isPersons: true, make });
  }

  private asItWas({ at: _at, actor, ...happening }: RecordedEvent["event"]): readonly [Happening, Actor] | null {
    if (happening.type !== "intervene" || happening.act.do !== "jump") return [happening, actor];
    return this.it.trial.plan.nodes.has(happening.act.to) ? [happening, actor] : null;
  }

  private ask({ key, node, kind, people }: TaskDraft, at: string): void {
    if (ASIDE.has(kind)) return;
    this.open.set(key, { node, kind, people });
    const recorded = this.tasks.take(taskPlace(node, kind), people);
    for (const event of recorded?.events ?? [])
      this.add(event, this.moved(recorded as RecordedPlace, at, event.event.at), (it) =>
        this.actAs(it, key, recorded?.people ?? []),
      );
    if (recorded !== null && this.isSettled(recorded)) return;
    const drawn = drawTask(this.wish(node), kind, people);
    if (drawn === null) return;
    const closedAt = recorded?.closedAt ? this.moved(recorded, at, recorded.closedAt) : at;
    const after = this.it.trial.clock.after(at, drawn.tookMs);
    this.addDrawn(after > closedAt ? after : isoOf(msOf(closedAt) + 1), () => this.drawnAct(key, drawn));
  }

  /** Whether somebody has done the work, and it was not only taken from them. */
  private isSettled({ events, closedAt }: RecordedPlace): boolean {
    return closedAt !== null && events.some(({ event }) => event.type === "task" && event.at === closedAt);
  }

  private reassign(key: string, people: readonly string[]): void {
    const task = this.open.get(key);
    if (task) task.people = people;
  }

  private isWaiting(key: string): boolean {
    return this.state?.waits.some((wait) => wait.kind === "task" && wait.id === key) ?? false;
  }

  private actAs(
    event: RecordedEvent["event"],
    key: string,
    before: readonly string[],
  ): readonly [Happening, Actor] | null {
    const task = this.open.get(key);
    if (!task || !this.isWaiting(key)) return null;
    const { at: _at, actor, ...happening } = event;
    if (happening.type === "intervene" && happening.act.do === "reassign")
      return [{ ...happening, act: { ...happening.act, task: key } }, actor];
    if (happening.type !== "task") return null;
    return [{ ...standIn(happening), task: key }, this.whoever(actor, before, task.people)];
  }

  /** Whoever is asked now, where somebody was asked then who is not any more. */
  private whoever(actor: Actor, before: readonly string[], now: readonly string[]): Actor {
    if (actor.kind !== "person" || !before.includes(actor.personId) || now.includes(actor.personId)) return actor;
    return now[0] === undefined ? actor : { kind: "person", personId: now[0] };
  }

  private drawnAct(key: string, { result, from }: Drawn): readonly [Happening, Actor] | null {
    const task = this.open.get(key);
    const personId = task?.people[0];
    if (!task || personId === undefined || !this.isWaiting(key)) return null;
    this.drawn.set(task.node, from);
    const happening = {
      type: "task",
      task: key,
      act: actOf(task.kind, result),
      comment: null,
      attachments: [],
      signature: null,
      form: {},
    } as const;
    return [standIn(happening), { kind: "person", personId }];
  }

  private enterStage(stage: string, at: string): void {
    const recorded = this.visits.take(stage);
    const visit: Visit = { stage, enteredAt: at, recorded, isDrawn: false };
    this.visit = visit;
    const moves = (recorded?.events ?? []).filter(
      ({ event }) => event.type === "move" && this.it.trial.plan.moves.get(event.move)?.stage.id === stage,
    );
    for (const event of moves)
      this.add(event, this.moved(recorded as RecordedPlace, at, event.event.at), (it) => this.moveAs(it, visit));
    const isGone = recorded !== null && recorded.events.length > 0 && moves.length === 0;
    if (recorded !== null && !isGone) return;
    const drawn = drawMove(this.wish(stage), false);
    if (drawn === null || drawn.from === "assumed" || drawn.result === NO_MOVE) return;
    visit.isDrawn = true;
    this.moveOut(visit, drawn, at);
  }

  private moveAs(event: RecordedEvent["event"], visit: Visit): readonly [Happening, Actor] | null {
    const { at: _at, actor, ...happening } = event;
    return this.visit === visit && happening.type === "move" ? [standIn(happening), actor] : null;
  }

  private moveOut(visit: Visit, { result, tookMs, from }: Drawn, at: string): void {
    const initiatorId = this.it.past.initiatorId;
    if (initiatorId === null) return;
    this.addDrawn(this.it.trial.clock.after(at, tookMs), () => {
      if (this.visit !== visit) return null;
      this.drawn.set(visit.stage, from);
      return [
        standIn({ type: "move", move: result, reason: null, form: {} }),
        { kind: "person", personId: initiatorId },
      ];
    });
  }

  private want(key: string, node: string, at: string): void {
    const recorded = this.effects.take(node);
    for (const event of recorded?.events ?? [])
      this.add(event, this.later(recorded as RecordedPlace, at, event.event.at), ({ at: _at, actor, ...it }) =>
        it.type === "effectDone" || it.type === "effectFailed" ? [{ ...it, effect: key }, actor] : null,
      );
    if (recorded !== null) return;
    const known = this.it.learnt.effects.get(node);
    this.drawn.set(node, known ? "learnt" : "assumed");
    this.addDrawn(at, () => [{ type: "effectDone", effect: key, output: known?.output ?? {} }, carrier]);
  }

  private openChild(key: string, process: string, at: string): void {
    const node = this.state === null ? null : nodeOfChild(this.state, key);
    if (node === null) return;
    const recorded = this.children.take(node);
    for (const event of recorded?.events ?? [])
      this.add(event, this.later(recorded as RecordedPlace, at, event.event.at), ({ at: _at, actor, ...it }) =>
        it.type === "childEnded" ? [{ ...it, childKey: key }, actor] : null,
      );
    if (recorded !== null) return;
    const { trial, learnt } = this.it;
    const assumption = trial.assumptions[node];
    const sample = drawFrom(learnt.children.get(node) ?? [], ...this.wish(node).words);
    const drawn: Sample = sample ?? {
      result: assumption?.result ?? "",
      tookMs: (assumption?.workingMinutes ?? 240) * 60_000,
    };
    this.drawn.set(node, sample === null ? "assumed" : "learnt");
    const outcome = drawn.result === "" ? null : drawn.result;
    this.addDrawn(trial.clock.after(at, drawn.tookMs), () => [
      { type: "childEnded", childKey: key, outcome, ...(drawn.brings && { brings: drawn.brings }) },
      carrier,
    ]);
  }

  private raised(incident: string, node: string, at: string): void {
    const recorded = this.incidents.take(node);
    for (const event of recorded?.events ?? [])
      this.add(event, this.later(recorded as RecordedPlace, at, event.event.at), ({ at: _at, actor, ...it }) =>
        it.type === "intervene" && "incident" in it.act
          ? [{ ...it, act: { ...it.act, incident } as Intervention }, actor]
          : null,
      );
  }

  /** When machines do what they did before: by the clock on the wall. */
  private later(place: RecordedPlace, openedAt: string, recordedAt: string): string {
    return place.openedAt === openedAt ? recordedAt : isoOf(msOf(openedAt) + msOf(recordedAt) - msOf(place.openedAt));
  }
}
