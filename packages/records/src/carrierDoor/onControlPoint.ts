import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import { Refusal } from "@sluice/problems";
import { sql } from "kysely";
import { ControlPointRefusal } from "../case/controlPoints.ts";
import type { House } from "../house.ts";
import { answerCarrier } from "./answerCarrier.ts";

/** How long a step of time that the firm's rules forbid waits before it is tried again. */
const WAIT_MS = 15 * 60_000;

/**
 * When the firm's rules forbid what time would have done, it waits and is tried again: shown as an incident, in the audit
 * trail, and never in a hot circle.
 */
export const onControlPoint = async (
  house: House,
  ref: CaseRef,
  call: () => Promise<CarrierAnswer>,
): Promise<CarrierAnswer> => {
  try {
    return await call();
  } catch (error) {
    if (
      !(
        error instanceof ControlPointRefusal ||
        (error instanceof Refusal && error.problems.every((it) => it.code !== "BUSY"))
      )
    )
      throw error;
    return answerCarrier(house, ref, async (tx, it, at) => {
      it.alarmAt = new Date(Date.parse(at) + WAIT_MS).toISOString();
      const values = JSON.stringify({ problems: error.problems.map((problem) => problem.code) });
      await sql`
        INSERT INTO incident (case_id, key, node, code, values, raised_at)
        VALUES (${it.id}, ${`refused.${it.state.seq}`}, ${it.state.stage ?? ""}, ${error.problems[0]?.code ?? "CONTROL_POINT"}, ${values}, ${at})
        ON CONFLICT (case_id, key) DO NOTHING`.execute(tx.db);
      tx.audit.push({
        at,
        actor: { kind: "system", name: "clock" },
        via: "process",
        action: "refused",
        recordType: it.recordType,
        recordId: it.recordId,
        caseId: it.id,
        seq: it.state.seq,
        commandId: null,
        detail: { problems: error.problems.map((problem) => problem.code) },
      });
    });
  }
};
