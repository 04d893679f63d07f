import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Ending } from "../outerBlock.ts";
import { signatureOf } from "./signatureOf.ts";
import { webhook, type WebhookSettings } from "./webhook.ts";

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let sink: Server | null = null;
const calls: Call[] = [];

/** An HTTP receiver on a free port; `answer` plays the other side. */
const aSink = (answer: (response: ServerResponse) => void): Promise<string> =>
  new Promise((resolve) => {
    calls.length = 0;
    sink = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += String(part)));
      request.on("end", () => {
        calls.push({ headers: request.headers, body });
        answer(response);
      });
    });
    sink.listen(0, "127.0.0.1", () => {
      const address = sink?.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/hook`);
    });
  });
afterEach(() => {
  sink?.closeAllConnections();
  sink?.close();
  sink = null;
});

const settings: WebhookSettings = { secret: "shh", allowPrivate: true, withinMs: 400 };
const call = (
  url: string,
  payload: { readonly [key: string]: string } = {},
  given: Partial<WebhookSettings> = {},
): Promise<Ending> =>
  webhook({ ...settings, ...given }).perform({ caseId: "c", idempotencyKey: "c:mail-1", input: { url, payload } });

describe("webhook", () => {
  it("posts the data, signed, under its key, and takes the answer home", async () => {
    const url = await aSink((response) => response.end('{"id":7}'));

    const ending = await call(url, { 客户: "上海恒远" });

    expect(ending).toEqual({ ending: "done", output: { status: 200, answer: { id: 7 } } });
    const [{ headers, body }] = calls as [Call];
    expect([headers["idempotency-key"], headers["sluice-case"], JSON.parse(body)]).toEqual([
      "c:mail-1",
      "c",
      { 客户: "上海恒远" },
    ]);
    const at = Number(/^t=(\d+),/.exec(String(headers["sluice-signature"]))?.[1]);
    expect(headers["sluice-signature"]).toBe(signatureOf(body, { secret: "shh", nowMs: at * 1000 }));
  });

  it("takes a call back by the key it was made under, with what it said and was answered", async () => {
    const url = await aSink((response) => response.end("{}"));

    await webhook(settings).perform({
      caseId: "c",
      idempotencyKey: "c:9.1",
      input: { url, payload: { order: 7 }, undoes: "4.1", answer: { status: 201, answer: { id: 41 } } },
    });

    const [{ headers, body }] = calls as [Call];
    expect(headers["idempotency-key"]).toBe("c:9.1");
    expect(JSON.parse(body)).toEqual({
      undoes: "c:4.1",
      payload: { order: 7 },
      answer: { status: 201, answer: { id: 41 } },
    });
  });

  it.each([
    { status: 204, ending: { ending: "done", output: { status: 204, answer: null } } },
    { status: 302, ending: { ending: "notDone", again: false } },
    { status: 400, ending: { ending: "notDone", again: false } },
    { status: 429, ending: { ending: "notDone", again: true } },
    { status: 503, ending: { ending: "unknown" } },
  ])("HTTP $status ends as $ending.ending", async ({ status, ending }) => {
    const url = await aSink((response) => response.writeHead(status, { Location: "http://127.0.0.1:1/" }).end());

    expect(await call(url)).toMatchObject(ending);
    expect(calls).toHaveLength(1);
  });

  it("does not know what became of a call without an answer", async () => {
    const url = await aSink(() => undefined);

    expect(await call(url)).toMatchObject({ ending: "unknown" });
  });

  it("knows that nothing was sent when nobody listens", async () => {
    const url = await aSink(() => undefined);
    sink?.close();
    sink = null;

    expect(await call(url)).toMatchObject({ ending: "notDone", again: true });
  });

  it("reads no more than 64 KB of an endless answer", async () => {
    const url = await aSink((response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write("x".repeat(16_384)));
        response.once("drain", pour);
      };
      pour();
    });

    expect(await call(url)).toEqual({ ending: "done", output: { status: 200, answer: null } });
  });

  it.each([
    "http://localhost:PORT/hook",
    "http://127.0.0.1:PORT/hook",
    "http://[::1]:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f.1:PORT/",
  ])("never reaches %s unless allowed", async (template) => {
    const port = new URL(await aSink((response) => response.end())).port;

    expect(await call(template.replace("PORT", port), {}, { allowPrivate: false })).toMatchObject({
      ending: "notDone",
      again: false,
    });
    expect(calls).toEqual([]);
  });

  it.each(["ftp://example.com/", "file:///etc/passwd", "nonsense", "http://user:pass@example.com/"])(
    "refuses %s",
    async (url) => {
      expect(await call(url)).toMatchObject({ ending: "notDone", again: false });
    },
  );
});
