import { type ProcessDefinition, storySchema } from "@sluice/process";
import { ann, aProcess, setting, work } from "@sluice/process/drafts";
import { type FixCase, inBoth } from "./fixCase.ts";

type Trigger = Extract<ProcessDefinition["nodes"][number], { kind: "start" }>["trigger"];

const startedBy = (trigger: Trigger): ProcessDefinition => {
  const definition = work({ a: ann });
  const nodes = definition.nodes.map((node) => (node.kind === "start" ? { ...node, trigger } : node));
  return { ...definition, nodes };
};

const scheduled = (cron: string, zone = "UTC"): ProcessDefinition => startedBy({ on: "schedule", cron, zone });

const plain = work({ a: ann });
const lives = aProcess({ kind: "lifeCycle", stages: { one: { final: "done" } }, wires: [["start", "one"]] });
const begin = {
  id: "begin",
  kind: "start",
  name: inBoth("begin"),
  trigger: { on: "manual" },
  concurrency: "skip",
} as const;

const changed = (id: string, more: object, definition = plain): ProcessDefinition => ({
  ...definition,
  nodes: definition.nodes.map((node) => (node.id === id ? ({ ...node, ...more } as typeof node) : node)),
});

const story = (id: string, expect: object[] = []) =>
  storySchema.parse({ id, name: inBoth(id), given: { by: null, at: "2027-01-04T01:00:00.000Z", expect } });

const twoKeys = aProcess({
  stages: { one: { key: "same", moves: { go: { to: "two", trigger: { by: "person" } } } }, two: { key: "same" } },
  wires: [["start", "one"]],
});

const atMostOnce = (id: string, step: string) => ({
  id,
  must: "atMostOnce" as const,
  point: { at: "step" as const, step },
});

/** What a process is as a whole: its start, its keys, its stages, its stories and control points. */
export const wholeCases: readonly FixCase[] = [
  { code: "SCHEDULE_INVALID", does: "write", has: scheduled("0 9 * * 7") },
  { code: "SCHEDULE_INVALID", does: "write", has: scheduled("0 0 30 2 *") },
  { code: "SCHEDULE_INVALID", does: "write", or: "write", has: scheduled("0 9 1 * 1") },
  { code: "ZONE_UNKNOWN", does: "write", has: scheduled("0 9 * * 1", "asia/shanghai") },
  { code: "ZONE_UNKNOWN", does: "write", has: scheduled("0 9 * * 1", "Asia/Shangai") },
  { code: "HOOK_TAKEN", does: "nameIt", has: startedBy({ on: "webhook", hook: "theirs" }) },
  {
    code: "LIFE_CYCLE_BEGINS_WITH_RECORD",
    does: "startWithRecord",
    or: "makeSide",
    has: { ...startedBy({ on: "message", message: "paid" }), kind: "lifeCycle" },
  },
  { code: "TWO_LIFE_CYCLES", does: "makeSide", has: { ...lives, recordType: "order" } },
  {
    code: "NO_START",
    does: "addStart",
    has: { ...plain, nodes: plain.nodes.filter(({ kind }) => kind !== "start"), edges: [] },
  },
  {
    code: "SEVERAL_STARTS",
    does: "takeStartAway",
    or: "takeStartAway",
    has: {
      ...plain,
      nodes: [...plain.nodes, begin],
      edges: [...plain.edges, { id: "odd", from: "begin", to: "work", on: { kind: "next" } }],
    },
  },
  {
    code: "DUPLICATE_KEY",
    does: "nameSecond",
    has: {
      ...plain,
      variables: ["text", "integer"].map((type) => ({ key: "level", name: inBoth("level"), type: type as "text" })),
    },
  },
  { code: "DUPLICATE_KEY", does: "nameSecond", has: twoKeys },
  { code: "STEP_IN_NO_STAGE", does: "putIntoStage", has: changed("a", { stage: "gone" }) },
  { code: "ENTRY_NOT_IN_STAGE", does: "beginStageWith", has: changed("work", { entry: "gone" }) },
  { code: "ENTRY_NOT_IN_STAGE", does: "restThere", has: changed("one", { entry: "gone" }, lives) },
  { code: "STORY_TWICE", does: "removeStory", has: { ...plain, stories: [story("s"), story("s")] } },
  {
    code: "STORY_TWICE",
    does: "nameIt",
    has: { ...plain, stories: [story("s"), story("s", [{ see: "asked", at: "a" }])] },
  },
  {
    code: "STORY_UNKNOWN",
    does: "expectLess",
    or: "removeStory",
    has: { ...plain, stories: [story("s", [{ see: "asked", at: "gone" }])] },
  },
  {
    code: "STORY_UNKNOWN",
    does: "removeStory",
    has: {
      ...plain,
      stories: [{ ...story("s"), steps: [{ when: { do: "effect", at: "gone", ends: { as: "done" } }, expect: [] }] }],
    },
  },
  { code: "CONTROL_POINT_UNKNOWN", does: "removeControl", has: { ...plain, controls: [atMostOnce("c", "gone")] } },
  {
    code: "CONTROL_POINT_TWICE",
    does: "removeControl",
    has: { ...plain, controls: [atMostOnce("c", "a"), atMostOnce("c", "a")] },
  },
  {
    code: "CONTROL_POINT_TWICE",
    does: "nameIt",
    has: {
      ...work({ a: ann, b: setting("note", "'x'") }, [["a", "b"]]),
      controls: [atMostOnce("c", "a"), atMostOnce("c", "b")],
    },
  },
];
