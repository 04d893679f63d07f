import type { Actor, Happening, Intervention } from "../../kernel/event.ts";
import type { Simulation } from "../simulation.ts";
import { actingOn, person, pickOf } from "./actingOn.ts";
import type { RandomEvent } from "./randomEvent.ts";

/** Whether it is not an admin who intervenes, but somebody whom the step may name. */
const isNamed = (also: number): boolean => also % 5 === 0;

const interventionOf = (simulation: Simulation, { pick, also, verb }: RandomEvent): Intervention => {
  const { incidents, status, waits } = simulation.state;
  const given = waits
    .filter((wait) => wait.kind === "task")
    .slice(0, 1)
    .map(({ id: task }): Intervention => ({ do: "reassign", task, to: person(pick) }));
  if (isNamed(also) && given[0]) return given[0];
  const incident = pickOf(incidents, also)?.id ?? "i0";
  const to = pickOf([...simulation.plan.nodes.keys()], pick) ?? "start";
  const onIncident: readonly Intervention[] = [
    { do: "retry", incident },
    { do: "skip", incident },
    { do: "compensate", incident },
  ];
  const always: readonly Intervention[] = [
    { do: "jump", to },
    { do: "suspend" },
    { do: "resume" },
    ...given,
    ...(also % 4 === 0 ? [{ do: "cancel" } as const] : []),
  ];
  if (status === "suspended" && verb % 3 > 0) return { do: "resume" };
  return (
    pickOf(incidents.length > 0 && verb % 4 > 0 ? onIncident : [...always, ...onIncident], verb) ?? { do: "suspend" }
  );
};

const machine: Actor = { kind: "system", name: "carrier" };

/** Whether there is anything for an event to speak of; what comes too late is drawn as nonsense. */
const isPossible = ({ state, effects }: Simulation, { what, also }: RandomEvent): boolean => {
  switch (what) {
    case "done":
    case "failed":
      return effects.size > 0;
    case "child":
      return state.waits.some((wait) => wait.kind === "child");
    case "admin":
      return also % 3 === 0 || state.incidents.length > 0 || state.status === "suspended";
    case "forbidden":
      return also % 3 === 0;
    default:
      return true;
  }
};

/** Whether an admin steps in now, whatever else was drawn: where something has gone wrong, or the case was told to stand still. */
const isCalledFor = ({ state: { status, incidents } }: Simulation, { also }: RandomEvent): boolean =>
  status === "suspended" ? also % 3 === 0 : incidents.length > 0 && also % 6 === 0;

/** What a random event comes to in a case as it stands, and who does it. */
export const happeningOf = (simulation: Simulation, drawnEvent: RandomEvent): readonly [Happening, Actor] => {
  const { pick, also } = drawnEvent;
  const drawn = isPossible(simulation, drawnEvent) ? drawnEvent.what : "act";
  const what = isCalledFor(simulation, drawnEvent) ? "admin" : drawn;
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
      return [
        {
          type: "childEnded",
          childKey: child,
          outcome: also % 2 === 0 ? "approved" : null,
          ...(also % 3 === 0 && { brings: { found: "high" } }),
        },
        machine,
      ];
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
        {
          type: "intervene",
          act: interventionOf(simulation, drawnEvent),
          reason: "needed",
          ...(isNamed(also) ? { named: true } : {}),
        },
        { kind: "person", personId: isNamed(also) ? "bob" : "admin" },
      ];
    case "nonsense":
      return [
        {
          type: "task",
          task: "9.9",
          act: pick % 2 === 0 ? { do: "approve" } : { do: "complete", outcome: "yes" },
          comment: null,
          attachments: [],
          signature: null,
          form: { nothing: null },
        },
        also % 2 === 0 ? machine : { kind: "person", personId: "ghost" },
      ];
    case "forbidden":
      return [
        {
          type: "forbidden",
          happening: { type: "alarmRang", dueAt: simulation.alarmAt ?? simulation.at },
          code: "CONTROL_POINT",
          values: { point: "p" },
        },
        machine,
      ];
    case "start":
      return [{ type: "start", variables: {} }, machine];
    case "alarm":
    case "wait":
    case "change":
      return [{ type: "alarmRang", dueAt: simulation.at }, machine];
  }
};
