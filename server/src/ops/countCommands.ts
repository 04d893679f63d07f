import type { Metrics } from "@sluice/telemetry";

/** Counts one command by its procedure and what came of it: done, the code of its first refusal, or a fault. */
export type CountCommand = (procedure: string, outcome: string) => void;

/** Makes the counter. Procedures and codes are few and ours, so the labels stay few. */
export const countCommands = (metrics: Metrics): CountCommand => {
  const commands = metrics.counter("commands_total", "Commands by what came of them", ["procedure", "outcome"]);
  return (procedure, outcome) => commands.inc({ procedure, outcome });
};
