import { EventSource } from "eventsource";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { eventually } from "../support/eventually.ts";

interface News {
  readonly type: string;
  readonly id: string;
}

let server: TestServer;
let rep: Browser;
let productManager: Browser;
beforeAll(async () => {
  server = await aServer();
  rep = aBrowser(server);
  productManager = aBrowser(server);
  await rep.signIn(server.emailOf("chen"));
  await productManager.signIn(server.emailOf("tom"));
});
afterAll(() => server[Symbol.asyncDispose]());

/** Follows the news as a browser does: it comes back by itself and says what it heard last. */
const follow = (browser: Browser) => {
  const heard: News[] = [];
  let opened = 0;
  const source = new EventSource(`${server.address}/trpc/live.invalidations`, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, cookie: browser.cookie() } }),
  });
  source.addEventListener("open", () => {
    opened += 1;
  });
  source.addEventListener("message", (event) => heard.push(JSON.parse(String(event.data)) as News));
  return { heard, opened: () => opened, close: () => source.close() };
};

const customerOf = async (name: string): Promise<string> => {
  const { json } = await rep.write("POST", "/customers", { fields: { name } });
  return (json as { recordId: string }).recordId;
};

describe("live news", () => {
  it("reach whoever may see the thing, and nobody else", async () => {
    const mine = follow(rep);
    const theirs = follow(productManager);
    try {
      await eventually(
        () => [mine.opened(), theirs.opened()],
        (state) => state.every((it) => it > 0),
        { within: 20_000 },
      );
      const id = await customerOf("Seen by its owner only");
      await eventually(
        () => mine.heard,
        (heard) => heard.some((it) => it.id === id),
        { within: 20_000 },
      );
      const key = (
        await productManager.write("POST", "/products", {
          fields: { sku: "N-1", name: "News", unit: "pc", listPrice: "1", currency: "CNY" },
        })
      ).json as { recordId: string };
      await eventually(
        () => theirs.heard,
        (heard) => heard.some((it) => it.id === key.recordId),
        { within: 20_000 },
      );
      expect(theirs.heard.some((it) => it.id === id)).toBe(false);
    } finally {
      mine.close();
      theirs.close();
    }
  });

  it("are not for strangers", async () => {
    const text = await (await fetch(`${server.address}/trpc/live.invalidations`)).text();
    expect(text).toContain("UNAUTHORIZED");
    expect(text).not.toContain('"id":');
  });

  it("that were missed while the server restarted are made good: everything is asked for again", async () => {
    const mine = follow(rep);
    try {
      await eventually(
        () => mine.opened(),
        (state) => state > 0,
        { within: 20_000 },
      );
      await customerOf("Before");
      await eventually(
        () => mine.heard.length,
        (count) => count > 0,
        { within: 20_000 },
      );
      await server.restart();
      await eventually(
        () => mine.heard,
        (heard) => heard.some((it) => it.type === "*"),
        { within: 30_000 },
      );
    } finally {
      mine.close();
    }
  });

  it("are told again to a client that comes back with its last event id, with overlap and without a gap", async () => {
    const read = async (lastEventId: string | null, until: (text: string) => boolean): Promise<string> => {
      const input = lastEventId === null ? "" : `?input=${encodeURIComponent(JSON.stringify({ lastEventId }))}`;
      const stop = new AbortController();
      const response = await fetch(`${server.address}/trpc/live.invalidations${input}`, {
        headers: { cookie: rep.cookie() },
        signal: stop.signal,
      });
      let text = "";
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        if (until(text)) break;
      }
      stop.abort();
      return text;
    };
    const listening = read(null, (text) => text.includes("id: "));
    let heard = "";
    await eventually(
      async () => {
        await customerOf("Nudge");
        heard = await Promise.race([listening, new Promise<string>((resolve) => setImmediate(() => resolve("")))]);
        return heard;
      },
      (text) => text !== "",
      { within: 20_000 },
    );
    const lastId = [...heard.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? "";
    const missed = [await customerOf("Missed 1"), await customerOf("Missed 2"), await customerOf("Missed 3")];
    const replayed = await read(lastId, (text) => missed.every((id) => text.includes(id)));
    for (const id of missed) expect(replayed).toContain(id);
    expect(replayed).not.toContain('"type":"*"');
  });
});
