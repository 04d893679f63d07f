import { afterAll, describe, expect, it } from "vitest";
import { checkingThread, type FirmWorld } from "./checkInThread.ts";

const world: FirmWorld = {
  roles: [],
  posts: [],
  rules: [],
  processes: [],
  versions: {},
  lifeCycles: [],
  hooks: [],
};
const words = { en: "Asked", zh: "询问" };
const drawn = {
  format: 2,
  key: "asked",
  name: words,
  kind: "side",
  recordType: "quote",
  nodes: [{ id: "begin", kind: "start", name: words, trigger: { on: "manual" } }],
  edges: [],
};
const thread = checkingThread();
afterAll(() => thread.stop());

describe("a definition that is judged beside the event loop", () => {
  it.each([
    { name: "is answered to who waits for it", isAbandoned: false, isRead: true },
    { name: "is not looked at once nobody waits for it", isAbandoned: true, isRead: false },
  ])("$name", async ({ isAbandoned, isRead }) => {
    const asked = new AbortController();
    if (isAbandoned) asked.abort();
    const { definition } = await thread.judge(drawn, world, { withProofs: true, signal: asked.signal });
    expect(definition !== null).toBe(isRead);
  });
});
