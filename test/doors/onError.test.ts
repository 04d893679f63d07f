import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";

type Draft = NonNullable<ProcessDefinitionInput["nodes"]>[number];

const named = (text: string) => ({ en: text, zh: text });
const stage = (id: string, order: number, more: object = {}): Draft => ({
  id,
  kind: "stage",
  key: id,
  order,
  name: named(id),
  ...more,
});
const submitted = { milestone: "quote.submitted", final: "done" };
const follow = { do: "follow" as const, into: "wrong" };

/** Submits a quote whatever it costs, which the firm forbids; where that goes wrong it takes its error wire. */
const careless = (key: string, step: Draft, errorTo: string): ProcessDefinitionInput => ({
  format: 2,
  key,
  name: named("Careless"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    stage("before", 1, { entry: "step" }),
    step,
    stage("submitted", 2, submitted),
    stage("again", 3, submitted),
    stage("givenUp", 4, { final: "lost" }),
  ],
  edges: [
    { id: "begin", from: "start", to: "before" },
    { id: "on", from: "step", to: "submitted" },
    { id: "wrong", from: "step", to: errorTo, on: { kind: "error" } },
  ],
});
const rest: Draft = {
  id: "step",
  kind: "timer",
  stage: "before",
  name: named("Rest"),
  wait: { until: "span", span: { amount: 1, unit: "hour", calendar: "elapsed" } },
  onError: follow,
};
const under: Draft = {
  id: "step",
  kind: "subprocess",
  stage: "before",
  name: named("Under"),
  process: "nothing",
  onError: follow,
};
const nothing: ProcessDefinitionInput = {
  format: 2,
  key: "nothing",
  name: named("Nothing"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    stage("over", 1, { final: "done" }),
  ],
  edges: [{ id: "begin", from: "start", to: "over" }],
};

describe("a step of the machine that says what to do when it cannot be taken", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(
      ...templates,
      nothing,
      careless("byTime", rest, "givenUp"),
      careless("byTimeAgain", rest, "again"),
      careless("byChild", under, "givenUp"),
      careless("byChildAgain", under, "again"),
    );
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const started = async (process: string): Promise<string> => {
    const quote = await desk.aQuote();
    const { caseId } = await firm.door.startCase(
      { commandId: randomUUID(), process, recordType: "quote", recordId: quote.id },
      firm.as("chen"),
    );
    return String(caseId);
  };
  const rings = async (caseId: string): Promise<void> => {
    const alarmAt = String((await firm.carrier.directiveOf(caseId))?.alarmAt);
    await firm.carrier.alarmRang({ caseId, epoch: await firm.carrier.epoch() }, alarmAt);
  };
  const childEnds = async (): Promise<void> => firm.settle();
  const stands = async (caseId: string) => {
    const [it] = await firm.rows<{ stage_key: string; state: { variables: unknown } }>(
      'SELECT stage_key, state FROM "case" WHERE id = $1',
      [caseId],
    );
    const incidents = await firm.rows<{ code: string; open: boolean }>(
      "SELECT code, cleared_at IS NULL AS open FROM incident WHERE case_id = $1",
      [caseId],
    );
    const audit = await firm.rows<{ detail: unknown }>(
      "SELECT detail FROM audit WHERE case_id = $1 AND action = 'overcome'",
      [caseId],
    );
    return {
      stage: it?.stage_key,
      variables: it?.state.variables,
      incidents,
      audit: audit.map(({ detail }) => detail),
    };
  };

  it.each([
    { name: "an alarm", process: "byTime", tell: rings },
    { name: "the end of a child", process: "byChild", tell: childEnds },
  ])("does it, also of what a rule of the firm forbids: $name", async ({ process, tell }) => {
    const caseId = await started(process);

    await tell(caseId);

    expect(await stands(caseId)).toMatchObject({
      stage: "givenUp",
      variables: { wrong: { code: "COST_NOT_SIGNED" } },
      incidents: [{ code: "COST_NOT_SIGNED", open: false }],
      audit: [{ node: "step", code: "COST_NOT_SIGNED", by: "follow" }],
    });
  });

  it.each([
    { name: "an alarm", process: "byTimeAgain", tell: rings },
    { name: "the end of a child", process: "byChildAgain", tell: childEnds },
  ])("stands with an incident when that is forbidden too: $name", async ({ process, tell }) => {
    const caseId = await started(process);

    await tell(caseId);

    expect(await stands(caseId)).toMatchObject({
      stage: "before",
      incidents: [{ code: "COST_NOT_SIGNED", open: true }],
      audit: [],
    });
  });
});
