import { aCase, openAt, standingAt } from "./aCase.ts";
import { aProcess, taskOf, type ProcessDraft, type StageDraft, type WireDraft } from "./aProcess.ts";
import type { Simulation } from "./simulation.ts";

/** A workflow pattern as a process, what happens to a case of it, and what is open then. */
export interface Pattern {
  readonly name: string;
  readonly draft: ProcessDraft;
  readonly play?: (simulation: Simulation) => void;
  /** The open work in the end, in order of opening; `ended` when the case has. */
  readonly open: readonly string[];
  readonly record?: { readonly [path: string]: string };
}

/** A drawing, and the code of the error that refuses it at publish; null for a neighbour that passes. */
export interface Refused {
  readonly name: string;
  readonly draft: ProcessDraft;
  readonly code: string | null;
}

export const ann = taskOf("ann");
export const split = { kind: "parallel" } as const;
export const join = { kind: "join" } as const;

/** A draft of one stage that holds the steps, entered at `a`. */
export const work = (
  steps: NonNullable<StageDraft["steps"]>,
  wires: readonly WireDraft[],
  more: Partial<ProcessDraft> = {},
): ProcessDraft => ({ stages: { work: { entry: "a", steps } }, wires: [["start", "work"], ...wires], ...more });

/** Plays a pattern, and tells the names of the open steps, or `ended`. */
export const openAfter = ({ draft, play, record = {} }: Pattern): readonly (string | undefined)[] => {
  const simulation = aCase(aProcess(draft), { record, processes: { other: 1 } }, { list: [] });
  play?.(simulation);
  return simulation.state.status === "ended"
    ? ["ended", ...standingAt(simulation)]
    : openAt(simulation).map((it) => it.split(":")[0]);
};
