import { randomUUID } from "node:crypto";
import { CHANNEL } from "@sluice/records";
import { type Relay, startRelay } from "@sluice/relay";
import { createLogger } from "@sluice/telemetry";
import { aFirm, type TestFirm } from "../../support/aFirm.ts";
import { eventually } from "../../support/index.ts";
import { aSink, type Sink } from "./aSink.ts";
import { courier, parting, patience } from "./courier.ts";

/** A firm on the real door whose cases wait, call and write, with a relay in this process. */
export interface CourierFirm {
  readonly firm: TestFirm;
  readonly sink: Sink;
  readonly epoch: string;
  readonly relay: Relay;
  /** Starts that many cases of a process and answers their ids. */
  start(process: "courier" | "parting" | "patience", count: number): Promise<readonly string[]>;
  /** Waits until these cases have ended and want nothing any more. */
  untilOver(caseIds: readonly string[], within?: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Standing {
  readonly id: string;
  readonly status: string;
  readonly seq: number;
  readonly effects: string | null;
}

export const aCourierFirm = async (address: string): Promise<CourierFirm> => {
  const firm = await aFirm();
  const sink = await aSink();
  await firm.publish(courier(sink.url), parting, patience);
  const relay = startRelay({
    pool: firm.pool,
    carrier: firm.carrier,
    temporal: { address, namespace: "default", tls: false, apiKey: null },
    settings: { sweepEveryMs: 1_000, sweepOverdueMs: 3_000, listenUrl: firm.db.url },
    channel: CHANNEL,
    log: createLogger("relay", { level: "fatal" }),
  });
  return {
    firm,
    sink,
    relay,
    epoch: await firm.carrier.epoch(),
    start: async (process, count) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const recordId = await firm.aCustomer();
        const { caseId } = await firm.door.startCase(
          { commandId: randomUUID(), process, recordType: "customer", recordId },
          firm.as("chen"),
        );
        ids.push(String(caseId));
      }
      return ids;
    },
    untilOver: async (caseIds, within = 90_000) => {
      await eventually(
        () =>
          firm.rows<Standing>(
            `SELECT c.id, c.status, c.seq, (SELECT string_agg(key || '=' || e.status, ' ') FROM effect AS e WHERE e.case_id = c.id) AS effects
             FROM "case" AS c WHERE c.id = ANY($1) AND (c.status <> 'ended' OR EXISTS (
               SELECT FROM effect AS e WHERE e.case_id = c.id AND e.status <> 'done'))`,
            [caseIds],
          ),
        (open) => open.length === 0,
        { within },
      );
    },
    [Symbol.asyncDispose]: async () => {
      await relay.stop();
      await sink.close();
      await firm.close();
    },
  };
};
