import type { TaskAct } from "../kernel/event.ts";
import { aCase } from "./aCase.ts";
import { aProcess, approvalOf, type ProcessDraft, type StepDraft, type WireDraft } from "./aProcess.ts";
import type { Simulation } from "./simulation.ts";
import type { SimulatedWorld } from "./world.ts";

/** What an approval may be set to, beside whom it asks. */
export type Settings = Partial<Extract<StepDraft, { kind: "approval" }>>;

/** Who said what. */
export type Said = readonly [who: string, act: TaskAct["do"] | TaskAct];

/** A case of the tables: whom an approval asks, what they say, and what stands then. */
export interface Verb {
  readonly name: string;
  readonly who: readonly string[];
  readonly settings: Settings;
  readonly said: readonly Said[];
  readonly open: readonly string[];
  readonly refused?: readonly string[];
  readonly outcome?: string;
}

/** The wires of the approval `a`, each outcome to a final stage of its own. */
export const outcomes: readonly WireDraft[] = [
  ["a", "yes", "outcome approved"],
  ["a", "no", "outcome rejected"],
  ["a", "gone", "outcome withdrawn"],
];

/** The final stages that `outcomes` lead to. */
export const results: ProcessDraft["stages"] = {
  yes: { final: "won" },
  no: { final: "lost" },
  gone: { final: "void" },
};

/** A case that has come to its only step: an approval `a` that asks people by name. */
export const anApproval = (
  names: readonly string[],
  settings: Settings = {},
  world: Partial<SimulatedWorld> = {},
): Simulation =>
  aCase(
    aProcess({
      stages: { work: { entry: "a", steps: { a: approvalOf(names, settings) } }, ...results },
      wires: [["start", "work"], ...outcomes],
    }),
    world,
  );

/** Lets people act on a step in turn, whether they are refused or not. */
export const say = (simulation: Simulation, said: readonly Said[], node = "a"): void => {
  for (const [who, act] of said)
    simulation.act(who, node, typeof act === "string" ? ({ do: act } as TaskAct) : act, "because");
};

/** The outcome of a case, or `open`. */
export const cameTo = ({ state }: Simulation): string => (state.status === "ended" ? (state.outcome ?? "") : "open");
