import type { KernelAnswer } from "../../kernel/answer.ts";
import type { CaseState } from "../../kernel/state.ts";
import { aCase } from "../aCase.ts";
import { aProcess } from "../aProcess.ts";
import type { Simulation } from "../simulation.ts";
import type { RandomCase } from "./aRandomCase.ts";
import { happeningOf } from "./happeningOf.ts";

export interface Answered {
  readonly before: CaseState;
  readonly frozen: string;
  readonly answer: KernelAnswer;
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
    else if (what === "change")
      simulation.change({
        "costSheet.valid": pick % 2 === 0,
        total: String(pick * 10),
        validUntil: pick % 5 === 0 ? null : `2027-01-${String(3 + (pick % 20)).padStart(2, "0")}`,
      });
    else {
      const answer = simulation.send(...happeningOf(simulation, drawnEvent));
      answers.push({ before, frozen, answer });
    }
  }
  return { simulation, answers };
};
