import type { TaskAct } from "../kernel/event.ts";
import { actsOf, removableFrom, type Work, type WorkPlace } from "../nodes/work/actsOf.ts";
import type { SimulatedTask } from "../simulate/simulation.ts";

/** A piece of work of a played case, as the door lists real ones: to whom it was offered before somebody claimed it. */
const workOf = ({ state }: WorkPlace, { key, node, kind, open, round, people }: SimulatedTask): Work => {
  const wait = state.waits.find(({ id }) => id === key);
  const data = state.tokens.find(({ id }) => id === wait?.token)?.data ?? null;
  const isOffered = typeof data === "object" && data !== null && "offeredTo" in data;
  return {
    key,
    node,
    kind,
    isOpen: open,
    round,
    people: isOffered ? (data.offeredTo as readonly string[]) : people,
    assigneeId: people.length === 1 ? (people[0] ?? null) : null,
  };
};

/** The acts that a piece of work in a played case offers to somebody, as a task offers them to its reader. */
export const actsAt = (place: WorkPlace, task: SimulatedTask, personId: string): readonly TaskAct["do"][] =>
  actsOf(place, workOf(place, task), personId);

/** The signers whom somebody may take out of an approval of a played case again. */
export const removableAt = (place: WorkPlace, task: SimulatedTask, personId: string): readonly string[] =>
  removableFrom(place, workOf(place, task), personId);
