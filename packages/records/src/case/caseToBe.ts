import { newborn } from "@sluice/process";
import type { RecordRef } from "../registry/storedRecord.ts";
import { newId } from "../transaction/newId.ts";
import type { CaseInHand } from "./caseInHand.ts";

/** A published version that a case can be born of. */
export interface PublishedProcess {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly kind: "lifeCycle" | "side";
}

interface CaseToBe {
  readonly process: PublishedProcess;
  readonly record: RecordRef;
  readonly at: string;
  readonly initiatorId: string | null;
  readonly lane: string;
  readonly parent?: { readonly caseId: string; readonly key: string; readonly depth: number };
  readonly trigger?: { readonly version: number; readonly chain: number };
  readonly chain?: number;
}

/** A case before its first step, not stored yet. */
export const caseToBe = ({
  process,
  record,
  at,
  initiatorId,
  lane,
  parent,
  trigger,
  chain = 0,
}: CaseToBe): CaseInHand => ({
  id: newId(),
  processKey: process.key,
  version: process.version,
  planHash: process.hash,
  kind: process.kind,
  recordType: record.type,
  recordId: record.id,
  parentCaseId: parent?.caseId ?? null,
  parentKey: parent?.key ?? null,
  depth: parent?.depth ?? 0,
  initiatorId,
  openedAt: at,
  lane,
  triggerVersion: trigger?.version ?? null,
  chain: trigger?.chain ?? chain,
  isStored: false,
  state: newborn(at, initiatorId),
  stageKey: null,
  stageName: null,
  lastEventAt: at,
  alarmAt: null,
  armedAt: null,
  watches: 0,
  effectsChanged: false,
});
