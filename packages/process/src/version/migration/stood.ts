import type { CaseState } from "../../kernel/state.ts";
import { turnedBack, type MigrationMapping, type TimerChoice } from "./mapping.ts";

/** Where a case stood before it was taken over: what it is taken back to, as long as nothing has happened to it since. */
export interface Stood {
  /** The step of each token. */
  readonly steps: { readonly [token: string]: string };
  /** When what was set at a token, or in the stage, would have rung. */
  readonly alarms: readonly { readonly token: string | null; readonly slot: string; readonly dueAt: string }[];
  /** When the work of a token was due. */
  readonly dues: { readonly [token: string]: string | null };
}

/** What becomes of the times of a case: as an admin chose, or as they were before. */
export interface Times {
  readonly timers: TimerChoice;
  readonly stood: Stood | undefined;
}

/** Where a case stands; when its work is due is known to the door. */
export const stoodOf = ({ tokens, waits }: CaseState, dues: Stood["dues"]): Stood => ({
  steps: Object.fromEntries(tokens.map(({ id, node }) => [id, node])),
  alarms: waits.flatMap((wait) =>
    wait.kind === "timer" ? [{ token: wait.token, slot: wait.slot, dueAt: wait.dueAt }] : [],
  ),
  dues,
});

/** The mapping that leads this case back: where two steps have become one, to the one that it stood at. */
export const mappingBack = (mapping: MigrationMapping, { tokens }: CaseState, { steps }: Stood): MigrationMapping => {
  const back = turnedBack(mapping);
  const own = tokens.flatMap(({ id, node }) => {
    const before = steps[id];
    return before === undefined ? [] : [[node, before] as const];
  });
  return { ...back, nodes: { ...back.nodes, ...Object.fromEntries(own) } };
};

/** The steps at which a case stood and does not go on, but began anew or is over. */
export const begunAnew = ({ steps }: Stood, { tokens }: CaseState): readonly string[] => {
  const standing = new Map(tokens.map(({ id, node }) => [id, node]));
  return [...new Set(Object.entries(steps).flatMap(([id, node]) => (standing.get(id) === node ? [] : [node])))];
};
