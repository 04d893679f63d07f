import { recordSchemas } from "@sluice/domain";
import { expect, it } from "vitest";
import { storySchema, type StoryInput } from "../../definition/story.ts";
import { ann, work } from "../../simulate/aChecked.ts";
import { checkDefinition } from "../checkDefinition.ts";

const drawn = work({ a: ann }, [], { moves: { go: { to: "work", trigger: { by: "person" } } } });
const people = [{ id: "ann", roles: ["ann"] }];
const told = (given: Partial<StoryInput["given"]>, steps: StoryInput["steps"] = []) =>
  storySchema.parse({
    id: "one",
    name: { en: "One", zh: "一" },
    given: { by: "ann", at: "2026-11-27T01:00:00.000Z", people, ...given },
    steps,
  });
const found = (...stories: readonly ReturnType<typeof told>[]) =>
  checkDefinition(
    { ...drawn, stories: [...stories] },
    { schemas: recordSchemas, roles: ["ann"], rules: ["quote.costSigned"] },
  )
    .filter(({ code }) => code.startsWith("STORY_"))
    .map(({ code, path }) => [code, path]);

it.each<{ name: string; given?: Partial<StoryInput["given"]>; steps?: StoryInput["steps"]; path?: string }>([
  {
    name: "nothing unknown",
    given: { record: { total: "1.00", "customer.email": "a" } },
    steps: [{ when: { do: "move", by: "ann", move: "go" }, expect: [{ see: "asked", at: "a", who: ["ann"] }] }],
  },
  { name: "a person of another firm", given: { by: "bob" }, path: "given.by" },
  { name: "an owner of another firm", given: { ownerId: "bob" }, path: "given.ownerId" },
  { name: "a manager of another firm", given: { people: [{ id: "ann", managerId: "bob" }] }, path: "given.people.0" },
  { name: "a role that nobody has", given: { people: [{ id: "ann", roles: ["cat"] }] }, path: "given.people.0.roles" },
  { name: "a field that the record has not", given: { record: { colour: "red" } }, path: "given.record" },
  { name: "a rule that nobody knows", given: { rules: { "quote.blue": [] } }, path: "given.rules" },
  {
    name: "a reason that nobody knows",
    given: { rules: { "quote.costSigned": [{ code: "BECAUSE" }] } },
    path: "given.rules",
  },
  { name: "a stage that is not drawn", given: { expect: [{ see: "stage", stage: "a" }] }, path: "given.expect.0" },
  {
    name: "a move that is not drawn",
    steps: [{ when: { do: "move", by: "ann", move: "stay" } }],
    path: "steps.0.when.move",
  },
  {
    name: "a step that is not drawn",
    steps: [{ when: { do: "act", by: "ann", at: "work", act: { do: "claim" } } }],
    path: "steps.0.when.at",
  },
  {
    name: "somebody unknown to hand work to",
    steps: [{ when: { do: "act", by: "ann", at: "a", act: { do: "transfer", to: "bob" } } }],
    path: "steps.0.when.by",
  },
  {
    name: "an effect of no step",
    steps: [{ when: { do: "effect", at: "b", ends: { as: "done" } } }],
    path: "steps.0.when.at",
  },
  {
    name: "a refusal that there is not",
    steps: [{ when: { do: "passToNext" }, expect: [{ see: "refused", problem: "BECAUSE" }] }],
    path: "steps.0.expect.0",
  },
])("a story with $name", ({ given = {}, steps = [], path }) => {
  expect(found(told(given, steps))).toEqual(path === undefined ? [] : [["STORY_UNKNOWN", `stories.0.${path}`]]);
});

it("two stories of one id", () => {
  expect(found(told({}), told({}))).toEqual([["STORY_TWICE", "stories.1"]]);
});
