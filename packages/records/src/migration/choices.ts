import type { MigrationMapping, TimerChoice } from "@sluice/process";

/** What an admin chooses for a migration, of one case or of many. */
export interface MigrationChoices {
  readonly mapping: MigrationMapping;
  readonly timers: TimerChoice;
  readonly reason: string;
}
