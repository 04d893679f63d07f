import { recordSchemas } from "@sluice/domain";
import { compile } from "../kernel/compile.ts";
import { judged, migrationJudge, verdictOf, type MigrationVerdict } from "../version/migration/judge.ts";
import { NO_MAPPING, type MigrationMapping, type TimerChoice } from "../version/migration/mapping.ts";
import { aCase, openAt, refusedWith } from "./aCase.ts";
import { aProcess, type ProcessDraft } from "./aProcess.ts";
import type { Simulation } from "./simulation.ts";
import type { SimulatedWorld } from "./world.ts";

/** A case of one version that is to be taken over to another. */
export interface TakeOver {
  readonly from: ProcessDraft;
  readonly to: ProcessDraft;
  readonly play?: (simulation: Simulation) => void;
  /** What happens to it on the new version. */
  readonly after?: (simulation: Simulation) => void;
  readonly mapping?: Partial<MigrationMapping>;
  readonly timers?: TimerChoice;
  readonly world?: Partial<SimulatedWorld>;
}

/** A draft, ready to run. */
export const planFor = (draft: ProcessDraft) => compile(aProcess(draft), recordSchemas);

/** Plays the case on the old version, takes it over, and answers it as it stands then. */
export const takenOver = ({ from, to, play, mapping, timers = "kept", world = {} }: TakeOver): Simulation => {
  const simulation = aCase(aProcess(from), { processes: { other: 1 }, ...world }, { list: [] });
  play?.(simulation);
  simulation.migrate(planFor(to), { mapping: { ...NO_MAPPING, ...mapping }, timers });
  return simulation;
};

/** What is open afterwards, or the codes with which it was refused. */
export const openAfter = (it: TakeOver): readonly string[] => {
  const simulation = takenOver(it);
  const refused = refusedWith(simulation);
  if (refused.length > 0) return refused;
  it.after?.(simulation);
  return simulation.state.status === "ended" ? ["ended"] : openAt(simulation);
};

/** The verdict on the case, by the judge that looks ahead. */
export const verdictOn = ({ from, to, play, mapping, world = {} }: TakeOver): MigrationVerdict => {
  const before = aCase(aProcess(from), { processes: { other: 1 }, ...world });
  play?.(before);
  const { state, plan } = before;
  const now = planFor(to);
  const answer = before.migrate(now, { mapping: { ...NO_MAPPING, ...mapping } });
  const verdict = judged(migrationJudge({ from: plan, to: now }, recordSchemas), state, answer);
  return verdict.answer === "refused" ? verdictOf(verdict.problems) : verdictOf([]);
};
