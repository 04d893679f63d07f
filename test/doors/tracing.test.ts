import { randomBytes } from "node:crypto";
import { startWorker } from "@sluice/activities";
import { createLogger, startTracing } from "@sluice/telemetry";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { aTemporal } from "../support/aTemporal.ts";
import { eventually } from "../support/eventually.ts";
import { errand } from "../support/processes.ts";
import { type ArrivedSpan, traceCollector } from "../support/traceCollector.ts";

Runtime.install({ logger: new DefaultLogger("ERROR") });

let collector: Awaited<ReturnType<typeof traceCollector>>;
let tracing: ReturnType<typeof startTracing>;
let server: TestServer;
let worker: Awaited<ReturnType<typeof startWorker>>;
let rep: Browser;
beforeAll(async () => {
  collector = await traceCollector();
  const { address, namespace } = await aTemporal();
  server = await aServer({
    env: {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    },
  });
  tracing = startTracing("test", server.config.tracing);
  await server.firm.publish(errand);
  worker = await startWorker(server.config, createLogger("worker", { level: "silent" }));
  rep = aBrowser(server);
  await rep.signIn(server.emailOf("chen"));
});
afterAll(async () => {
  await worker.stop();
  await server[Symbol.asyncDispose]();
  await collector.close();
});

describe("the trace of one request", () => {
  it("goes from the caller through server and Temporal to the activity, with ids and no personal data", async () => {
    const traceId = randomBytes(16).toString("hex");
    const traced = { traceparent: `00-${traceId}-${randomBytes(8).toString("hex")}-01` };
    const customer = await rep.write("POST", "/customers", { fields: { name: "Nobody Must Read This" } });
    const { recordId } = customer.json as { recordId: string };
    const started = await rep.write("POST", "/cases", { process: "errand", recordType: "customer", recordId });
    const { caseId } = started.json as { caseId: string };
    const { items } = (await rep.ask("/api/v1/tasks")).json as { items: { id: string; caseId: string }[] };
    const task = items.find((it) => it.caseId === caseId);
    const claimed = await rep.write("POST", `/tasks/${task?.id}/decisions`, { act: { do: "claim" } });
    expect(claimed.status, claimed.text).toBe(200);
    const done = await rep.write(
      "POST",
      `/tasks/${task?.id}/decisions`,
      { act: { do: "complete", outcome: "called" }, comment: "Nobody Must Read This" },
      undefined,
      traced,
    );
    expect(done.status, done.text).toBe(200);
    await eventually(
      () => server.firm.rows<{ status: string }>('select status from "case" where id = $1', [caseId]),
      (rows) => rows[0]?.status === "ended",
      { within: 60_000 },
    );
    await tracing.stop();

    const spans = collector.spans().filter((span) => span.traceId === traceId);
    const named = (name: string): ArrivedSpan => {
      const found = spans.find((span) => span.name === name);
      if (found === undefined) throw new Error(`no span ${name} among ${spans.map((span) => span.name).join(", ")}`);
      return found;
    };
    const request = named("POST /api/v1/tasks/:id/decisions");
    const command = named("command tasks.act");
    const sending = named("relay.sendDirective");
    const activity = named("activity performEffect");
    expect(command.parentSpanId).toBe(request.spanId);
    expect(sending.parentSpanId).toBe(command.spanId);
    expect(activity.parentSpanId).toBe(sending.spanId);
    expect(command.attributes).toMatchObject({ taskId: task?.id, commandId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(activity.attributes).toMatchObject({ caseId, attempt: "1" });
    expect(collector.texts().join("")).not.toMatch(/Nobody Must Read This|someone@example|firm\\.example/);
  });
});
