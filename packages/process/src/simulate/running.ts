import type { Actor } from "../kernel/event.ts";
import { aCase } from "./aCase.ts";
import { aProcess, type ProcessDraft, type StepDraft, type WireDraft } from "./aProcess.ts";
import type { Simulation } from "./simulation.ts";

const machine: Actor = { kind: "system", name: "carrier" };

/** A case of a process of one stage that holds the steps, entered at the first of them. */
export const running = (
  steps: { readonly [id: string]: StepDraft },
  wires: readonly WireDraft[],
  { record = {}, ...more }: Partial<ProcessDraft> & { record?: { [path: string]: string | boolean } } = {},
): Simulation =>
  aCase(
    aProcess({
      stages: { work: { entry: Object.keys(steps)[0] as string, steps } },
      wires: [["start", "work"], ...wires],
      ...more,
    }),
    { record, processes: { other: 1 } },
  );

/** Tells a case a message, as the carrier does. */
export const tell = (simulation: Simulation, message: string, id = "m1") =>
  simulation.send({ type: "message", id, message, key: null, payload: { id } }, machine);
