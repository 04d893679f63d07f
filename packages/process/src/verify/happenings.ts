import type { FormField } from "../definition/form.ts";
import type { Move } from "../definition/move.ts";
import type { Actor, Happening, TaskAct } from "../kernel/event.ts";
import { isStuck } from "../kernel/isStuck.ts";
import { isDeadline, isOfAge } from "../kernel/ownSlots.ts";
import { nodeIn, type Plan } from "../kernel/plan.ts";
import type { CaseState, Wait } from "../kernel/state.ts";
import { resubmission } from "../nodes/approval/resubmission.ts";
import { INITIATOR, NOW, SOMEBODY } from "./answers.ts";

/** Something that may happen next: to which token, by whom, and the state in which it is told. */
export interface Possible {
  readonly happening: Happening;
  readonly actor: Actor;
  /** The token whose work it is; null for what happens to the stage as a whole. */
  readonly token: string | null;
  /** The step or stage that it happens at. */
  readonly node: string;
  /** The fields that whoever does it may change with it. */
  readonly edits: readonly string[];
  readonly state: CaseState;
}

type Found = Pick<Possible, "happening" | "actor"> & Partial<Pick<Possible, "edits">>;

const editedIn = (form: readonly FormField[] = []): readonly string[] =>
  form.filter(({ access }) => access === "edit" || access === "required").map(({ path }) => path);

const CLOCK: Actor = { kind: "system", name: "clock" };
const CARRIER: Actor = { kind: "system", name: "carrier" };
const INBOX: Actor = { kind: "system", name: "inbox" };
const by = (personId: string): Actor => ({ kind: "person", personId });

const asTask = (plan: Plan, wait: Wait, act: TaskAct, personId: string): Found => {
  const evidence = { comment: "?", attachments: ["?"], signature: "?" };
  const { form } = nodeIn(plan, wait.node) as { readonly form?: readonly FormField[] };
  return {
    happening: { type: "task", task: wait.id, act, ...evidence, form: {} },
    actor: by(personId),
    edits: editedIn(form),
  };
};

const ofTask = (plan: Plan, wait: Wait & { kind: "task" }, canHandOver: boolean): readonly Found[] => {
  const node = nodeIn(plan, wait.node);
  const people = [...new Set(wait.people)];
  if (node.kind === "task") {
    const outcomes = node.outcomes.length > 0 ? node.outcomes.map((it) => it.key) : ["done"];
    return people.flatMap((who) => outcomes.map((outcome) => asTask(plan, wait, { do: "complete", outcome }, who)));
  }
  if (node.kind !== "approval") return [];
  if (wait.slot === "revise")
    return people.map((who) => asTask(plan, wait, { do: "complete", outcome: resubmission.key }, who));
  const backTo: readonly TaskAct[] =
    node.sendBack === undefined
      ? []
      : [
          { do: "sendBack" },
          ...(node.sendBack.to === "visited"
            ? [...plan.nodes.values()]
                .filter((it) => (it.kind === "task" || it.kind === "approval") && it.stage === node.stage)
                .map((it): TaskAct => ({ do: "sendBack", to: it.id }))
            : []),
        ];
  const hand: readonly TaskAct[] = people.includes(INITIATOR) ? [] : [{ do: "transfer", to: INITIATOR }];
  const acts: readonly TaskAct[] = [{ do: "approve" }, { do: "reject" }, ...backTo, ...(canHandOver ? hand : [])];
  return [
    ...people.flatMap((who) => acts.map((act) => asTask(plan, wait, act, who))),
    ...(node.withdraw === "never" ? [] : [asTask(plan, wait, { do: "withdraw" }, INITIATOR)]),
  ];
};

const outcomesOfChild = (plan: Plan, node: string): readonly (string | null)[] => {
  const wires = plan.out.get(node) ?? [];
  const own = wires.flatMap((wire) => (wire.on.kind === "outcome" ? [wire.on.outcome] : []));
  return [...own, "?", ...(wires.some((wire) => wire.on.kind === "error") ? ["error"] : [])];
};

const ofWait = (plan: Plan, wait: Wait, canHandOver: boolean): readonly Found[] => {
  switch (wait.kind) {
    case "task":
      return ofTask(plan, wait, canHandOver);
    case "timer":
      return [{ happening: { type: "alarmRang", dueAt: NOW }, actor: CLOCK }];
    case "condition":
      return [{ happening: { type: "factsChanged" }, actor: INBOX }];
    case "message":
      return [
        {
          happening: { type: "message", id: "?", message: wait.message, key: wait.key, payload: null },
          actor: INBOX,
        },
      ];
    case "effect":
      return [
        { happening: { type: "effectDone", effect: wait.id, output: {} }, actor: CARRIER },
        { happening: { type: "effectFailed", effect: wait.id, reason: "?", unknown: false }, actor: CARRIER },
      ];
    case "child":
      return outcomesOfChild(plan, wait.node).map((outcome) => ({
        happening: { type: "childEnded", childKey: wait.id, outcome },
        actor: INBOX,
      }));
  }
};

/** Whether all that an alarm does is to remind people or to report: nothing comes of it that a path could tell. */
const isReminder = (plan: Plan, wait: Wait): boolean => {
  if (isOfAge(wait) || isDeadline(wait)) return true;
  const node = nodeIn(plan, wait.node);
  const [what, index] = wait.slot.split(":");
  return "sla" in node && what === "rung" && node.sla?.ladder[Number(index)]?.action.do === "remind";
};

/** Whether another alarm that was set at the same moment, in the same kind of time, always rings before this one. */
const isLater = (plan: Plan, waits: readonly Wait[], wait: Wait & { kind: "timer" }): boolean => {
  const node = nodeIn(plan, wait.node);
  if (!("sla" in node) || wait.slot.includes("graced")) return false;
  const spans = [node.sla?.due, ...(node.sla?.ladder ?? []).map((rung) => rung.after)];
  if (new Set(spans.map((span) => span?.calendar)).size > 1) return false;
  return waits.some(
    (other) =>
      other.kind === "timer" && other.token === wait.token && other.dueAt < wait.dueAt && !isReminder(plan, other),
  );
};

/** The state as it is when this alarm, and no other, is due. */
const dueNow = (state: CaseState, wait: Wait): CaseState => ({
  ...state,
  waits: state.waits.map((it) => (it.id === wait.id ? ({ ...wait, dueAt: NOW } as Wait) : it)),
});

/** The state in which an effect that fails has been tried as often as it may be: the tries before tell nobody anything. */
const triedOften = (plan: Plan, state: CaseState, wait: Wait): CaseState => {
  const node = nodeIn(plan, wait.node);
  if (node.kind !== "action") return state;
  const data = { tries: node.retries };
  return { ...state, tokens: state.tokens.map((token) => (token.id === wait.token ? { ...token, data } : token)) };
};

/** The state in which something is told: where it takes several times, or its time, to come to it, as it is then. */
const stateFor = (plan: Plan, state: CaseState, wait: Wait, happening: Happening): CaseState => {
  if (wait.kind === "timer") return dueNow(state, wait);
  return happening.type === "effectFailed" ? triedOften(plan, state, wait) : state;
};

/** All conditions are asked again at once: of those that wait at one place it is the same happening. */
const isSameAgain = (waits: readonly Wait[], wait: Wait): boolean =>
  wait.kind === "condition" &&
  waits.find((it) => it.kind === "condition" && it.node === wait.node && it.token === wait.token) !== wait;

const isInitiators = ({ trigger }: Move): boolean =>
  trigger.by === "person" && trigger.who.length > 0 && trigger.who.every((rule) => rule.by === "initiator");

const ofMoves = (plan: Plan, state: CaseState): readonly Possible[] => {
  const stage = state.stage === null ? null : plan.nodes.get(state.stage);
  if (stage?.kind !== "stage") return [];
  return stage.moves
    .filter((move) => move.trigger.by === "person")
    .map((move) => ({
      happening: { type: "move" as const, move: move.id, reason: "?", form: {} },
      actor: by(isInitiators(move) ? INITIATOR : SOMEBODY),
      edits: editedIn(move.form),
      token: null,
      node: stage.id,
      state,
    }));
};

const ofFirstStep = (plan: Plan, state: CaseState): readonly Possible[] =>
  state.firstStep
    ? [{ happening: { type: "firstStep" }, actor: INBOX, token: null, node: plan.start.id, edits: [], state }]
    : [];

/**
 * Everything that may happen to a case at rest. Admins' interventions are no part of it: the door holds them to the controls.
 * `canHandOver`: whether it matters that work may be handed to whoever began the case.
 */
export const happeningsIn = (plan: Plan, state: CaseState, canHandOver: boolean): readonly Possible[] => {
  if (state.status !== "running") return [];
  const { waits } = state;
  const ofWaits = waits
    .filter((wait) => !isStuck({ state: state as never, plan }, wait) && !isSameAgain(waits, wait))
    .filter((wait) => wait.kind !== "timer" || !(isReminder(plan, wait) || isLater(plan, waits, wait)))
    .flatMap((wait) =>
      ofWait(plan, wait, canHandOver).map((found) => ({
        edits: [],
        ...found,
        token: wait.token,
        node: wait.node,
        state: stateFor(plan, state, wait, found.happening),
      })),
    );
  return [...ofFirstStep(plan, state), ...ofWaits, ...ofMoves(plan, state)];
};
