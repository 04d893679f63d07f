import type { LocalText } from "@sluice/problems";
import type { CaseState } from "@sluice/process";

/** A case that this transaction holds: its row is locked, or it is being born here. */
export interface CaseInHand {
  readonly id: string;
  readonly processKey: string;
  /** The version it runs on, until it is migrated. */
  version: number;
  planHash: string;
  readonly kind: "lifeCycle" | "side";
  readonly recordType: string;
  readonly recordId: string;
  readonly parentCaseId: string | null;
  readonly parentKey: string | null;
  readonly depth: number;
  readonly initiatorId: string | null;
  readonly openedAt: string;
  readonly lane: string;
  /** The version of the record whose change started it, or null. */
  readonly triggerVersion: number | null;
  /** How many starts by changes lie behind this one. */
  readonly chain: number;
  /** False until its row is stored. */
  isStored: boolean;
  state: CaseState;
  stageKey: string | null;
  stageName: LocalText | null;
  lastEventAt: string;
  alarmAt: string | null;
  armedAt: string | null;
  watches: number;
  /** Effects became wanted or unwanted in this transaction. */
  effectsChanged: boolean;
}
