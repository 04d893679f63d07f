import type { Actor, Happening, Intervention, TaskAct } from "../../kernel/event.ts";
import { aFirm } from "../aCase.ts";
import type { Simulation } from "../simulation.ts";
import type { RandomEvent } from "./aRandomCase.ts";

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
      {
        do: "addSigner",
        personIds: [person(also), person(also + 1)],
        place: also % 3 === 0 ? "before" : also % 3 === 1 ? "after" : "beside",
      },
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
  return (
    pickOf<Intervention>(
      [
        { do: "retry", incident },
        { do: "skip", incident },
        { do: "jump", to },
        { do: "suspend" },
        { do: "resume" },
        { do: "resume" },
        { do: "compensate", incident },
        { do: "cancel" },
      ],
      n,
    ) ?? { do: "suspend" }
  );
};

const actingOn = (simulation: Simulation, { pick, also }: RandomEvent): readonly [Happening, Actor] => {
  const task = pickOf(
    [...simulation.tasks.values()].filter((it) => it.open),
    pick,
  );
  const act = actOf(pick + also, also);
  const personId = act.do === "withdraw" ? "ini" : (pickOf(task?.people ?? [], also) ?? person(also));
  return [
    { type: "task", task: task?.key ?? "none", act, comment: "because", attachments: [], signature: null, form: {} },
    { kind: "person", personId },
  ];
};

const machine: Actor = { kind: "system", name: "carrier" };

/** What a random event comes to in a case as it stands, and who does it. */
export const happeningOf = (simulation: Simulation, drawnEvent: RandomEvent): readonly [Happening, Actor] => {
  const { what, pick, also } = drawnEvent;
  const effect = pickOf([...simulation.effects.keys()], pick) ?? "0.0";
  const child =
    pickOf(
      simulation.state.waits.filter((wait) => wait.kind === "child"),
      pick,
    )?.id ?? "0.0";
  switch (what) {
    case "act":
      return actingOn(simulation, drawnEvent);
    case "move":
      return [
        { type: "move", move: pickOf([...simulation.plan.moves.keys()], pick) ?? "none", reason: "because", form: {} },
        { kind: "person", personId: also % 3 === 0 ? person(also) : "ini" },
      ];
    case "done":
      return [{ type: "effectDone", effect, output: {} }, machine];
    case "failed":
      return [{ type: "effectFailed", effect, reason: "down", unknown: also % 2 === 0 }, machine];
    case "child":
      return [{ type: "childEnded", childKey: child, outcome: also % 2 === 0 ? "approved" : null }, machine];
    case "message":
      return [
        {
          type: "message",
          id: `m${simulation.state.seq}`,
          message: also % 3 === 0 ? "other" : "paid",
          key: null,
          payload: { n: pick },
        },
        machine,
      ];
    case "admin":
      return [
        { type: "intervene", act: interventionOf(simulation, pick, also), reason: "needed" },
        { kind: "person", personId: "admin" },
      ];
    case "nonsense":
      return [
        {
          type: "task",
          task: "9.9",
          act: actOf(pick, also),
          comment: null,
          attachments: [],
          signature: null,
          form: { nothing: null },
        },
        also % 2 === 0 ? machine : { kind: "person", personId: "ghost" },
      ];
    case "start":
      return [{ type: "start", variables: {} }, machine];
    case "alarm":
    case "wait":
    case "change":
      return [{ type: "alarmRang", dueAt: simulation.at }, machine];
  }
};
