import { recordSchemas, rightsRules } from "@sluice/domain";
import { afterAll, describe, expect, it } from "vitest";
import { checkingThread, type FirmWorld } from "./checkInThread.ts";
import { finding } from "./processShapes.ts";

const world: FirmWorld = {
  schemas: recordSchemas,
  rights: rightsRules,
  roles: [],
  posts: [],
  rules: [],
  processes: [],
  versions: {},
  lifeCycles: [],
  hooks: [],
  called: [],
  callers: [],
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
const story = (stage: string) => ({
  id: "told",
  name: words,
  given: { by: null, at: "2026-11-23T01:00:00.000Z", expect: [{ see: "stage", stage }] },
});
const staged = (asked: string) => ({
  ...drawn,
  nodes: [
    ...drawn.nodes,
    {
      id: "one",
      kind: "stage",
      key: "one",
      order: 1,
      name: words,
      moves: [{ id: "go", name: words, to: "two", trigger: { by: "person" } }],
    },
    { id: "two", kind: "stage", key: "two", order: 2, name: words, final: "done" },
  ],
  edges: [{ id: "begun", from: "begin", to: "one" }],
  stories: [story(asked)],
});
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

  it.each([
    { name: "a story that goes as told", stage: "one", withProofs: true, codes: [] },
    { name: "a story that goes otherwise", stage: "two", withProofs: true, codes: ["STORY_FAILS"] },
    { name: "a story that is not played yet", stage: "two", withProofs: false, codes: [] },
  ])("finds what is wrong with $name", async ({ stage, withProofs, codes }) => {
    const { findings } = await thread.judge(staged(stage), world, { withProofs });
    expect(findings.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(codes);
  });

  it("says what a program needs to put it right, in the shape that is answered over REST", async () => {
    const misspelt = staged("one");
    const nodes = misspelt.nodes.map((node) =>
      node.id === "one" ? { ...node, requiredToLeave: ["validUntl"] } : node,
    );
    const { findings } = await thread.judge({ ...misspelt, nodes }, world);
    const [found] = findings.filter(({ code }) => code === "UNKNOWN_FIELD");
    expect(found?.detail).toEqual({ written: "validUntl", meant: ["validUntil"] });
    expect(finding.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });
});
