import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import { eventually } from "../../test/support/eventually.ts";
import type { BenchFigure, BenchPart } from "./benchPart.ts";
import { type CarrierStage, carrierStage } from "./carrier/carrierStage.ts";
import { HUMAN_STEPS } from "./carrier/errands.ts";
import { countingRequests } from "./carrier/temporalRequests.ts";
import { theGround } from "./ground/theGround.ts";

const CASES = 200;
const WARM = 20;

const COUNTED = /WorkflowTaskCompleted|ActivityTaskCompleted|ActivityTaskHeartbeat|ActivityTaskFailed/u;

interface History {
  readonly events: number;
  readonly signals: number;
}

/** Everything that the runs under one id have in their histories. */
const historyOf = async (client: Client, workflowId: string): Promise<History> => {
  let history: History = { events: 0, signals: 0 };
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const all = events ?? [];
    const signals = all.filter(
      ({ workflowExecutionSignaledEventAttributes: signaled }) => signaled !== null && signaled !== undefined,
    ).length;
    history = { events: history.events + all.length, signals: history.signals + signals };
  }
  return history;
};

/** Takes a case through its people's steps one by one, and answers what its carrier has heard of it. */
const fiveSteps = async (stage: CarrierStage): Promise<History> => {
  const { firm, client } = stage;
  const caseId = await stage.startCase("fiveSteps");
  const outbox = () =>
    firm.rows<{ waiting: number }>("SELECT count(*)::int AS waiting FROM outbox WHERE case_id = $1", [caseId]);
  for (let step = 1; step <= HUMAN_STEPS; step += 1) {
    // Each step is taken when the directive of the one before has left, as it would be an hour later.
    await eventually(outbox, ([row]) => row?.waiting === 0);
    const [task] = await firm.rows<{ id: string; person: string }>(
      "SELECT id, people[1] AS person FROM task WHERE case_id = $1 AND status = 'open'",
      [caseId],
    );
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: String(task?.id), act: { do: "complete", outcome: "done" } },
      { personId: String(task?.person), via: "session" },
    );
  }
  const workflowId = stage.workflowIdOf(caseId);
  await eventually(
    async () => (await client.workflow.getHandle(workflowId).describe()).status.name,
    (name) => name === "COMPLETED",
  );
  return eventually(
    () => historyOf(client, workflowId),
    ({ events }) => events > 0,
  );
};

/** Cases that wait and act, beside a workflow that does the same with nothing in it, on the same server. */
export const carrier: BenchPart = async ({ say, share }): Promise<readonly BenchFigure[]> => {
  const requests = await countingRequests();
  await using ground = await theGround(say);
  await using stage = await carrierStage(ground);
  await stage.bare(WARM);
  await stage.errands(WARM);
  const done = { errands: 0, bare: 0 };
  const count = Math.ceil((CASES * share) / 2);
  let [asked, rounds] = [0, 0];
  for (const who of ["bare", "errands", "errands", "bare"] as const) {
    const before = await requests();
    done[who] += (await stage[who](count)) / 2;
    if (who === "bare") continue;
    rounds += count;
    for (const [operation, times] of await requests())
      if (COUNTED.test(operation)) asked += times - (before.get(operation) ?? 0);
  }
  const [last] = await stage.firm.rows<{ id: string }>(
    `SELECT id FROM "case" WHERE process_key = 'errand' ORDER BY opened_at DESC LIMIT 1`,
  );
  const one = await eventually(
    () => historyOf(stage.client, stage.workflowIdOf(String(last?.id))),
    ({ events }) => events > 0,
  );
  const human = await fiveSteps(stage);
  return [
    { figure: "cases a second (timer of 1 s, two effects)", value: done.errands, unit: "/s" },
    { figure: "bare workflows a second (timer of 1 s, three empty activities)", value: done.bare, unit: "/s" },
    { figure: "cases to bare workflows", value: done.errands / done.bare, unit: "×", limit: { atLeast: 0.6 } },
    { figure: "requests of the worker a case, polls aside", value: asked / rounds, unit: "" },
    { figure: "requests of the relay a case", value: one.signals, unit: "" },
    { figure: "history events a case", value: one.events, unit: "" },
    {
      figure: `signals of a case of ${HUMAN_STEPS} human steps with due times`,
      value: human.signals,
      unit: "",
      limit: { atMost: 2 },
    },
    { figure: `history events of a case of ${HUMAN_STEPS} human steps`, value: human.events, unit: "" },
  ];
};
