import { ageLimitAt, type CaseState } from "@sluice/process";
import type { Named } from "../people/namesOf.ts";
import type { CaseView } from "./caseShapes.ts";

interface StayRow {
  readonly is_stage: boolean;
  readonly entered_at: string;
  readonly left_at: string | null;
  readonly late_at: string | null;
  readonly owners: readonly string[];
}

interface Parts {
  readonly state: CaseState;
  readonly nameOf: (id: string | null) => Named | null;
}

/** How long the record has been in its stage, who answers for it there, and until when it may be; null once it is in none. */
export const shownStageStay = (stays: readonly StayRow[], { state, nameOf }: Parts): CaseView["stageStay"] => {
  const stay = stays.findLast((it) => it.is_stage && it.left_at === null);
  if (stay === undefined) return null;
  return {
    since: stay.entered_at,
    owners: stay.owners.flatMap((id) => nameOf(id) ?? []),
    until: ageLimitAt(state),
    lateSince: stay.late_at,
  };
};
