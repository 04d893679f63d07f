import type { MigrationMapping, Stood, TimerChoice } from "@sluice/process";

/** What an admin chooses for a migration, of one case or of many. */
export interface MigrationChoices {
  readonly mapping: MigrationMapping;
  readonly timers: TimerChoice;
  readonly reason: string;
  /** Where the case stood before, when it is taken back there. */
  readonly back?: Stood;
}
