import type { TaskAct } from "../kernel/event.ts";
import type { CaseState, Token } from "../kernel/state.ts";
import { roundOf } from "../nodes/approval/round.ts";
import { actsOf } from "../nodes/work/actsOf.ts";
import type { SimulatedTask } from "../simulate/simulation.ts";

/** What somebody may take back of an approval: their own verdict, or signers they added who have not decided. */
const takenBack = (token: Token, personId: string): readonly TaskAct["do"][] => {
  const { signers = [] } = token.data === null ? {} : roundOf(token);
  const isOpen = (status: string): boolean => status === "open" || status === "waiting";
  return [
    ...(signers.some((it) => it.personId === personId && it.status === "approved") ? (["reclaim"] as const) : []),
    ...(signers.some((it) => it.addedBy === personId && isOpen(it.status)) ? (["removeSigner"] as const) : []),
  ];
};

/** Whoever a piece of work was offered to before somebody claimed it. */
const offeredTo = ({ people }: SimulatedTask, token: Token | undefined): readonly string[] => {
  const data = token?.data ?? null;
  const isOffered = typeof data === "object" && data !== null && "offeredTo" in data;
  return isOffered ? (data.offeredTo as readonly string[]) : people;
};

/**
 * The acts that a piece of open work in a played case offers to somebody, as a task offers them to its reader, with what a signer
 * or the initiator may take back. An offer, not a promise: the kernel says what is refused.
 */
export const actsAt = (
  { state, task }: { readonly state: CaseState; readonly task: SimulatedTask },
  personId: string,
): readonly TaskAct["do"][] => {
  const wait = state.waits.find(({ id }) => id === task.key);
  const token = state.tokens.find(({ id }) => id === wait?.token);
  const [assignee] = task.people;
  const acts = actsOf({
    kind: task.kind,
    isOpen: task.open && state.status === "running",
    people: offeredTo(task, token),
    assigneeId: task.people.length === 1 ? (assignee ?? null) : null,
    readerId: personId,
  });
  const isConcerned = personId === state.initiatorId || acts.length === 0 || offeredTo(task, token).includes(personId);
  if (task.kind !== "approval" || acts.length === 0 || token === undefined) return isConcerned ? acts : [];
  const withdraws = personId === state.initiatorId ? (["withdraw"] as const) : [];
  const own = takenBack(token, personId);
  return isConcerned || own.length > 0 ? [...acts, ...withdraws, ...own] : [];
};
