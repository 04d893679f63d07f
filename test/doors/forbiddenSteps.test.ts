import { randomUUID } from "node:crypto";
import type { CaseRef } from "@sluice/contracts";
import type { ProcessDefinitionInput } from "@sluice/process";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

type Draft = NonNullable<ProcessDefinitionInput["nodes"]>[number];

const named = (text: string) => ({ en: text, zh: text });
const rest: Draft = {
  id: "step",
  kind: "timer",
  stage: "before",
  name: named("Rest"),
  wait: { until: "span", span: { amount: 1, unit: "hour", calendar: "elapsed" } },
};
const call: Draft = {
  id: "step",
  kind: "action",
  stage: "before",
  name: named("Call"),
  block: "webhook",
  retries: 0,
  inputs: { url: { value: "https://firm.example/" } },
};

/** Submits a quote without asking anybody, whatever it costs: what a careless drawing would do. */
const careless = (key: string, step: Draft, on?: { readonly kind: "error" }): ProcessDefinitionInput => ({
  format: 2,
  key,
  name: named("Careless"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "before", kind: "stage", key: "before", order: 1, name: named("Before"), entry: "step" },
    step,
    {
      id: "submitted",
      kind: "stage",
      key: "submitted",
      order: 2,
      name: named("Submitted"),
      milestone: "quote.submitted",
      final: "done",
    },
    { id: "other", kind: "stage", key: "other", order: 3, name: named("Other"), final: "lost" },
  ],
  edges: [
    { id: "begin", from: "start", to: "before" },
    { id: "on", from: "step", to: on === undefined ? "submitted" : "other" },
    ...(on === undefined ? [] : [{ id: "wrong", from: "step", to: "submitted", on }]),
  ],
});

/** Submits a quote as its very first step. */
const hasty: ProcessDefinitionInput = {
  format: 2,
  key: "hasty",
  name: named("Hasty"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "submitted",
      kind: "stage",
      key: "submitted",
      order: 1,
      name: named("Submitted"),
      milestone: "quote.submitted",
      final: "done",
    },
  ],
  edges: [{ id: "begin", from: "start", to: "submitted" }],
};
/** Does nothing, and is over at once. */
const nothing: ProcessDefinitionInput = {
  ...hasty,
  key: "nothing",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "submitted", kind: "stage", key: "submitted", order: 1, name: named("Over"), final: "done" },
  ],
};
const under = (process: string): Draft => ({
  id: "step",
  kind: "subprocess",
  stage: "before",
  name: named("Under"),
  process,
});

interface Incident {
  readonly key: string;
  readonly code: string;
}

describe("a step of the machine that a rule of the firm forbids", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(
      ...templates,
      careless("carelessTimer", rest),
      careless("carelessDone", call),
      careless("carelessFailed", call, { kind: "error" }),
      hasty,
      nothing,
      careless("carelessEnd", under("nothing")),
      careless("carelessChild", under("hasty")),
    );
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const incidents = (caseId: string) =>
    firm.rows<Incident>("SELECT key, code FROM incident WHERE case_id = $1 AND cleared_at IS NULL", [caseId]);
  const directive = (caseId: string) => firm.carrier.directiveOf(caseId);
  const rings = async (ref: CaseRef) => {
    const alarmAt = String((await directive(ref.caseId))?.alarmAt);
    return () => firm.carrier.alarmRang(ref, alarmAt);
  };
  const begun = async (ref: CaseRef) => {
    const key = String((await directive(ref.caseId))?.effects[0]?.key);
    await firm.carrier.begin(ref, key);
    return key;
  };
  const ends = async (ref: CaseRef) => {
    const key = await begun(ref);
    return () => firm.carrier.done(ref, key, { status: 200, answer: {} });
  };
  const fails = async (ref: CaseRef) => {
    const key = await begun(ref);
    return () => firm.carrier.failed(ref, key, "connection refused", false);
  };

  it.each([
    { name: "an alarm", process: "carelessTimer", tells: rings, after: { ended: true, effects: [] } },
    { name: "an effect that is done", process: "carelessDone", tells: ends, after: { ended: true, effects: [] } },
    {
      name: "an effect that failed",
      process: "carelessFailed",
      tells: fails,
      after: { ended: false, effects: [expect.anything()] },
    },
  ])(
    "by $name stands as an incident, is not asked again, and is retried by an admin once it may",
    async ({ process, tells, after }) => {
      const quote = await desk.aQuote();
      const started = await firm.door.startCase(
        { commandId: randomUUID(), process, recordType: "quote", recordId: quote.id },
        firm.as("chen"),
      );
      const ref = { caseId: String(started.caseId), epoch: await firm.carrier.epoch() };
      const tell = await tells(ref);

      const answer = await tell();
      const again = await tell();
      const [incident, ...others] = await incidents(ref.caseId);
      const retry = () =>
        firm.door.intervene(
          {
            commandId: randomUUID(),
            caseId: ref.caseId,
            act: { do: "retry", incident: String(incident?.key) },
            reason: "signed by now",
          },
          firm.as("mei"),
        );
      expect(answer).toMatchObject({ verdict: "current", directive: { alarmAt: null, effects: [], ended: false } });
      expect(again).toEqual(answer);
      expect([incident?.code, others]).toEqual(["COST_NOT_SIGNED", []]);
      expect(after.ended ? await codesOf(retry()) : ["COST_NOT_SIGNED"]).toEqual(["COST_NOT_SIGNED"]);

      await desk.signedSheet(quote.id);
      await retry();
      expect(await incidents(ref.caseId)).toEqual([]);
      expect(await directive(ref.caseId)).toMatchObject(after);
    },
  );

  it.each([
    { name: "the end of a child, in its parent", process: "carelessEnd", where: "carelessEnd" },
    { name: "the first step of a child, in the child", process: "carelessChild", where: "hasty" },
  ])("by $name stands as an incident that an admin retries", async ({ process, where }) => {
    const quote = await desk.aQuote();
    await firm.door.startCase(
      { commandId: randomUUID(), process, recordType: "quote", recordId: quote.id },
      firm.as("chen"),
    );
    await firm.settle();
    const [it] = await firm.rows<{ id: string; status: string }>(
      'SELECT id, status FROM "case" WHERE record_id = $1 AND process_key = $2',
      [quote.id, where],
    );
    const caseId = String(it?.id);
    const [incident, ...others] = await incidents(caseId);
    expect([it?.status, incident?.code, others]).toEqual(["running", "COST_NOT_SIGNED", []]);

    await desk.signedSheet(quote.id);
    await firm.door.intervene(
      {
        commandId: randomUUID(),
        caseId,
        act: { do: "retry", incident: String(incident?.key) },
        reason: "signed by now",
      },
      firm.as("mei"),
    );
    await firm.settle();
    const cases = await firm.rows('SELECT DISTINCT status FROM "case" WHERE record_id = $1 AND kind = $2', [
      quote.id,
      "side",
    ]);
    expect([await incidents(caseId), cases]).toEqual([[], [{ status: "ended" }]]);
  });
});
