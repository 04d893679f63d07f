import fc from "fast-check";
import type { Actor, Happening, Intervention, TaskAct } from "../kernel/event.ts";
import type { KernelAnswer } from "../kernel/answer.ts";
import type { CaseState } from "../kernel/state.ts";
import { aCase, aFirm } from "./aCase.ts";
import { aProcess, approvalOf, guardOf, setting, taskOf, timerOf, type MoveDraft, type ProcessDraft, type StageDraft, type StepDraft, type WireDraft } from "./aProcess.ts";
import type { Simulation } from "./simulation.ts";

export interface RandomCase {
  readonly draft: ProcessDraft;
  readonly events: readonly RandomEvent[];
}

/** An event to be made of what is open when its turn comes: numbers pick among it. */
export interface RandomEvent {
  readonly what: "act" | "move" | "wait" | "done" | "failed" | "child" | "message" | "change" | "admin" | "nonsense" | "alarm" | "start";
  readonly pick: number;
  readonly also: number;
}

const people = fc.constantFrom("ini", "ann", "bob", "cat", "dan");
const crowd = fc.uniqueArray(people, { minLength: 1, maxLength: 3 });
const days = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
const inBoth = { en: "it", zh: "它" };

type SlaDraft = NonNullable<Extract<StepDraft, { kind: "task" }>["sla"]>;

const sla: fc.Arbitrary<SlaDraft | undefined> = fc.option(
  fc.record({
    due: fc.integer({ min: 1, max: 5 }).map(days),
    ladder: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 5 }).map(days),
        action: fc.constantFrom<NonNullable<SlaDraft["ladder"]>[number]["action"]>({ do: "remind" }, { do: "manager", level: 1 }, { do: "approve" }, { do: "reject" }, { do: "branch" }, { do: "addSigner", who: [{ by: "role", role: "eve" }] }),
      }),
      { maxLength: 2 },
    ),
  }),
  { nil: undefined },
);

const mode = fc.oneof(
  fc.record({ by: fc.constant("any" as const), rejectNeedsAll: fc.boolean() }),
  fc.constantFrom({ by: "all" as const }, { by: "sequential" as const }, { by: "quorum" as const, count: 2 }, { by: "quorum" as const, share: 60 }, { by: "weighted" as const, share: 50, weights: { ann: 3 } }),
);

const approval: fc.Arbitrary<StepDraft> = fc
  .record({ crowd, mode, sla, locks: fc.boolean(), to: fc.constantFrom("initiator" as const, "previous" as const, "visited" as const), then: fc.constantFrom("rerun" as const, "straightBack" as const), again: fc.constantFrom("resolve" as const, "sameAsLastRound" as const), dedup: fc.constantFrom("none" as const, "once" as const, "consecutive" as const), noSelfEver: fc.boolean() })
  .map(({ crowd: who, sla: limit, locks, to, then, again, ...rest }) =>
    approvalOf(who, { ...rest, lockRecord: locks, watchedFields: ["total"], sendBack: { to, then, people: again, maxRounds: 3 }, ...(limit ? { sla: limit } : {}) }),
  );

const step: fc.Arbitrary<StepDraft> = fc.oneof(
  fc.tuple(crowd, sla).map(([who, limit]): StepDraft => ({ ...(taskOf(...who) as Extract<StepDraft, { kind: "task" }>), outcomes: [{ key: "yes", name: inBoth }, { key: "no", name: inBoth }], ...(limit ? { sla: limit } : {}) })),
  approval,
  approval,
  fc.constantFrom<StepDraft>({ kind: "branch" }, { kind: "parallel" }, { kind: "parallel" }, { kind: "join" }, { kind: "join", wait: { for: "first" } }, { kind: "join", wait: { for: "count", count: 2 } }),
  fc.constantFrom<StepDraft>(timerOf(1), { kind: "timer", wait: { until: "field", path: "validUntil" } }, guardOf("hold", "record.?costSheet.?valid.orValue(false)"), guardOf("deny", "record.?total.orValue(decimal('0')) < 900")),
  fc.constantFrom<StepDraft>(setting("total", "'120.50'"), setting("note", "'Kept ' + now"), { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, retries: 1, compensateWith: "webhook" }, { kind: "action", block: "webhook", inputs: {}, await: false }),
  fc.constantFrom<StepDraft>({ kind: "cc", who: [{ by: "owner" }] }, { kind: "assign", who: [{ by: "role", role: "cat" }] }, { kind: "end", outcome: "fine" }, { kind: "end", mode: "terminate" }),
  fc.constantFrom<StepDraft>(
    { kind: "message", message: "paid", giveUpAfter: days(2) },
    { kind: "race", runners: [{ key: "late", name: inBoth, on: { kind: "timer", after: days(1) } }, { key: "paid", name: inBoth, on: { kind: "message", message: "paid" } }, { key: "valid", name: inBoth, on: { kind: "condition", condition: { when: "record.?costSheet.?valid.orValue(false)" } } }] },
    { kind: "subprocess", process: "other" },
    { kind: "subprocess", process: "other", each: "['a', 'b', 'c']", run: "serial", outcomesTo: "outcomes" },
    { kind: "subprocess", process: "other", each: "['a', 'b']" },
  ),
);

const wireKinds = fc.constantFrom("", "", "", "default", "outcome yes", "outcome approved", "outcome rejected", "outcome late", "timeout", "error", "escalation", "when record.?total.orValue(decimal('0')) > 100", "when record.total > 5", "*2", "outcome rejected*2");
const triggers = fc.constantFrom<MoveDraft["trigger"]>(
  { by: "person" },
  { by: "person", who: [{ by: "initiator" }] },
  { by: "timer", after: days(2) },
  { by: "timerAt", path: "validUntil" },
  { by: "condition", condition: { when: "!record.?costSheet.?valid.orValue(true)" } },
  { by: "message", message: "paid" },
);

interface Drawn {
  readonly steps: readonly (readonly StepDraft[])[];
  readonly links: readonly (readonly [number, number, string])[];
  readonly moves: readonly (readonly [number, number, MoveDraft["trigger"]])[];
  readonly finals: readonly boolean[];
  readonly kind: "lifeCycle" | "side";
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  steps: fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  links: fc.array(fc.tuple(fc.nat(30), fc.nat(30), wireKinds), { minLength: 2, maxLength: 12 }),
  moves: fc.array(fc.tuple(fc.nat(5), fc.nat(30), triggers), { maxLength: 4 }),
  finals: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom("lifeCycle" as const, "side" as const),
});

const nameOf = (draft: StepDraft, stage: number, index: number): string => `${draft.kind === "approval" && draft.lockRecord ? "locking" : draft.kind}${stage}${index}`;

const draftOf = ({ steps, links, moves, finals, kind }: Drawn): ProcessDraft => {
  const ids = steps.map((drafts, stage) => drafts.map((draft, index) => nameOf(draft, stage, index)));
  const inside = ids.flat();
  const targets = [...inside, ...ids.map((_, stage) => `s${stage}`)];
  const stages = Object.fromEntries(
    steps.map((drafts, stage): [string, StageDraft] => {
      const own = moves.filter(([at]) => at % steps.length === stage);
      const entry = ids[stage]?.[0] as string;
      const isFinal = stage > 0 && finals[stage] === true;
      return [
        `s${stage}`,
        {
          entry,
          ...(isFinal ? { final: "done" as const } : {}),
          steps: Object.fromEntries(drafts.map((draft, index) => [ids[stage]?.[index] as string, draft])),
          moves: Object.fromEntries(own.map(([, to, trigger], index) => [`m${stage}${index}`, { to: targets[to % targets.length] as string, trigger }])),
        },
      ];
    }),
  );
  const wires = links.map(([from, to, on]): WireDraft => [inside[from % inside.length] as string, targets[to % targets.length] as string, on]).filter(([from]) => !from.startsWith("end"));
  const chain = ids.flatMap((own) => own.slice(1).map((to, index): WireDraft => [own[index] as string, to]).filter(([from]) => !from.startsWith("end")));
  return { kind, stages, wires: [["start", "s0"], ...chain, ...wires] };
};

const events = fc.array(
  fc.record<RandomEvent>({
    what: fc.constantFrom("act", "act", "act", "act", "move", "wait", "wait", "done", "failed", "child", "message", "change", "admin", "nonsense", "alarm", "start"),
    pick: fc.nat(40),
    also: fc.nat(40),
  }),
  { maxLength: 16 },
);

/** A random process with stages and all kinds of steps, and events that fit it, come too late, or are nonsense. */
export const aRandomCase: fc.Arbitrary<RandomCase> = fc.record({ draft: drawn.map(draftOf), events });

const person = (n: number): string => aFirm[n % aFirm.length]?.id ?? "ini";
const pickOf = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

const actOf = (n: number, also: number): TaskAct =>
  pickOf<TaskAct>(
    [
      { do: "complete", outcome: also % 2 === 0 ? "yes" : "no" },
      { do: "approve" },
      { do: "approve" },
      { do: "reject" },
      { do: "sendBack" },
      { do: "sendBack", to: "task00" },
      { do: "withdraw" },
      { do: "reclaim" },
      { do: "addSigner", personIds: [person(also), person(also + 1)], place: also % 3 === 0 ? "before" : also % 3 === 1 ? "after" : "beside" },
      { do: "removeSigner", personId: person(also) },
      { do: "transfer", to: person(also) },
      { do: "delegate", to: person(also) },
      { do: "claim" },
      { do: "release" },
      { do: "urge" },
      { do: "consult", personIds: [person(also)] },
      { do: "copy", personIds: [person(also)] },
    ],
    n,
  ) ?? { do: "urge" };

const interventionOf = (simulation: Simulation, n: number, also: number): Intervention => {
  const incident = pickOf(simulation.state.incidents, also)?.id ?? "i0";
  const to = pickOf([...simulation.plan.nodes.keys()], also) ?? "start";
  return pickOf<Intervention>([{ do: "retry", incident }, { do: "skip", incident }, { do: "jump", to }, { do: "suspend" }, { do: "resume" }, { do: "resume" }, { do: "compensate", incident }, { do: "cancel" }], n) ?? { do: "suspend" };
};

const actingOn = (simulation: Simulation, { pick, also }: RandomEvent): readonly [Happening, Actor] => {
  const task = pickOf([...simulation.tasks.values()].filter((it) => it.open), pick);
  const act = actOf(pick + also, also);
  const personId = act.do === "withdraw" ? "ini" : (pickOf(task?.people ?? [], also) ?? person(also));
  return [{ type: "task", task: task?.key ?? "none", act, comment: "because", form: {} }, { kind: "person", personId }];
};

const machine: Actor = { kind: "system", name: "carrier" };

const happeningOf = (simulation: Simulation, drawnEvent: RandomEvent): readonly [Happening, Actor] => {
  const { what, pick, also } = drawnEvent;
  const effect = pickOf([...simulation.effects.keys()], pick) ?? "0.0";
  const child = pickOf(simulation.state.waits.filter((wait) => wait.kind === "child"), pick)?.id ?? "0.0";
  switch (what) {
    case "act":
      return actingOn(simulation, drawnEvent);
    case "move":
      return [{ type: "move", move: pickOf([...simulation.plan.moves.keys()], pick) ?? "none", reason: "because", form: {} }, { kind: "person", personId: also % 3 === 0 ? person(also) : "ini" }];
    case "done":
      return [{ type: "effectDone", effect, output: {} }, machine];
    case "failed":
      return [{ type: "effectFailed", effect, reason: "down", unknown: also % 2 === 0 }, machine];
    case "child":
      return [{ type: "childEnded", childKey: child, outcome: also % 2 === 0 ? "approved" : null }, machine];
    case "message":
      return [{ type: "message", id: `m${simulation.state.seq}`, message: also % 3 === 0 ? "other" : "paid", key: null, payload: { n: pick } }, machine];
    case "admin":
      return [{ type: "intervene", act: interventionOf(simulation, pick, also), reason: "needed" }, { kind: "person", personId: "admin" }];
    case "nonsense":
      return [{ type: "task", task: "9.9", act: actOf(pick, also), comment: null, form: { nothing: null } }, also % 2 === 0 ? machine : { kind: "person", personId: "ghost" }];
    case "start":
      return [{ type: "start", variables: {} }, machine];
    case "alarm":
    case "wait":
    case "change":
      return [{ type: "alarmRang", dueAt: simulation.at }, machine];
  }
};

export interface Answered {
  readonly before: CaseState;
  readonly frozen: string;
  readonly answer: KernelAnswer;
  readonly rounds: number;
}

/** A case that was played, with every answer and the state it was asked with. */
export interface Played {
  readonly simulation: Simulation;
  readonly answers: readonly Answered[];
}

/** Plays the events on a case. */
export const playOut = ({ draft, events: all }: RandomCase): Played => {
  const simulation = aCase(aProcess(draft), { processes: { other: 1 }, record: { validUntil: "2027-01-04" } });
  const answers: Answered[] = [];
  for (const [index, drawnEvent] of all.entries()) {
    const { what, pick, also } = drawnEvent;
    const before = simulation.state;
    const frozen = JSON.stringify(before);
    if (what === "wait") simulation.skipTo(`2027-01-${String(2 + index).padStart(2, "0")}T0${also % 10}:00:00.000Z`);
    else if (what === "change") simulation.change({ "costSheet.valid": pick % 2 === 0, total: String(pick * 10), validUntil: pick % 5 === 0 ? null : `2027-01-${String(3 + (pick % 20)).padStart(2, "0")}` });
    else {
      const answer = simulation.send(...happeningOf(simulation, drawnEvent));
      answers.push({ before, frozen, answer, rounds: simulation.rounds });
    }
  }
  return { simulation, answers };
};
