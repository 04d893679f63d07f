import type { Expectation, Story, StoryEvent, StoryGiven } from "../../definition/story.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import { isProblemCode } from "../../story/storyWorld.ts";
import type { Check } from "../check.ts";
import type { CheckWorld } from "../checkWorld.ts";
import { error, type Finding } from "../finding.ts";
import type { Graph } from "../graph.ts";

/** What kind of thing a story names. */
type Kind = "step" | "stage" | "place" | "move" | "person" | "role" | "field" | "rule" | "problem";

/** A thing that a story names, and where in the story. */
interface Mention {
  readonly kind: Kind;
  readonly name: string;
  readonly path: string;
}

const words: Readonly<Record<Kind, { readonly en: string; readonly zh: string }>> = {
  step: { en: "step", zh: "步骤" },
  stage: { en: "stage", zh: "阶段" },
  place: { en: "step or stage", zh: "步骤或阶段" },
  move: { en: "move", zh: "流转" },
  person: { en: "person", zh: "人员" },
  role: { en: "role", zh: "角色" },
  field: { en: "field", zh: "字段" },
  rule: { en: "rule", zh: "规则" },
  problem: { en: "reason of a refusal", zh: "拒绝原因" },
};

const all = (kind: Kind, names: readonly (string | null | undefined)[], path: string): readonly Mention[] =>
  names.flatMap((name) => (name === null || name === undefined ? [] : [{ kind, name, path }]));

const inRules = (rules: StoryGiven["rules"], path: string): readonly Mention[] =>
  Object.entries(rules ?? {}).flatMap(([rule, reasons]) => [
    ...all("rule", [rule], path),
    ...all(
      "problem",
      reasons.map(({ code }) => code),
      path,
    ),
  ]);

const inGiven = (given: StoryGiven): readonly Mention[] => [
  ...all("person", [given.by], "given.by"),
  ...all("person", [given.ownerId], "given.ownerId"),
  ...all("person", Object.values(given.heads ?? {}), "given.heads"),
  ...given.people.flatMap(({ roles, managerId, deputyId }, index) => [
    ...all("role", roles, `given.people.${index}.roles`),
    ...all("person", [managerId, deputyId], `given.people.${index}`),
  ]),
  ...all("field", Object.keys(given.record), "given.record"),
  ...inRules(given.rules, "given.rules"),
  ...inExpectations(given.expect, "given.expect"),
];

const peopleOfAct = (act: (StoryEvent & { do: "act" })["act"]): readonly string[] => {
  if ("personIds" in act) return act.personIds;
  if ("personId" in act) return [act.personId];
  return act.do === "transfer" || act.do === "delegate" ? [act.to] : [];
};

const inIntervention = ({ by, act }: StoryEvent & { do: "intervene" }, path: string): readonly Mention[] => [
  ...all("person", [by, act.do === "reassign" ? act.to : null], `${path}.by`),
  ...all("step", ["at" in act ? act.at : null], `${path}.act.at`),
  ...all("place", [act.do === "jump" ? act.to : null], `${path}.act.to`),
];

const inEvent = (event: StoryEvent, path: string): readonly Mention[] => {
  switch (event.do) {
    case "move":
      return [
        ...all("person", [event.by], `${path}.by`),
        ...all("move", [event.move], `${path}.move`),
        ...all("field", Object.keys(event.form ?? {}), `${path}.form`),
      ];
    case "act":
      return [
        ...all("person", [event.by, ...peopleOfAct(event.act)], `${path}.by`),
        ...all("step", [event.at], `${path}.at`),
        ...all("step", [event.act.do === "sendBack" ? event.act.to : null], `${path}.act.to`),
        ...all("field", Object.keys(event.form ?? {}), `${path}.form`),
      ];
    case "intervene":
      return inIntervention(event, path);
    case "effect":
    case "child":
      return all("step", [event.at], `${path}.at`);
    case "change":
      return [
        ...all("field", Object.keys(event.fields ?? {}), `${path}.fields`),
        ...inRules(event.rules, `${path}.rules`),
      ];
    case "pass":
    case "passUntil":
    case "passToNext":
    case "message":
      return [];
  }
};

const inExpectation = (expectation: Expectation, path: string): readonly Mention[] => {
  switch (expectation.see) {
    case "stage":
      return all("stage", [expectation.stage], path);
    case "asked":
      return [...all("step", [expectation.at], path), ...all("person", expectation.who ?? [], path)];
    case "notAsked":
    case "wants":
      return all("step", [expectation.at], path);
    case "field":
      return all("field", [expectation.path], path);
    case "refused":
    case "incident":
      return all("problem", [expectation.problem], path);
    case "ended":
    case "variable":
    case "milestone":
    case "created":
      return [];
  }
};

const inExpectations = (expectations: readonly Expectation[], path: string): readonly Mention[] =>
  expectations.flatMap((expectation, index) => inExpectation(expectation, `${path}.${index}`));

const mentionsIn = ({ given, steps }: Story): readonly Mention[] => [
  ...inGiven(given),
  ...steps.flatMap(({ when, expect }, index) => [
    ...inEvent(when, `steps.${index}.when`),
    ...inExpectations(expect, `steps.${index}.expect`),
  ]),
];

const isKnown = (graph: Graph, world: CheckWorld, { given }: Story, { kind, name }: Mention): boolean => {
  const node = graph.nodes.get(name);
  switch (kind) {
    case "step":
      return node !== undefined && node.kind !== "start" && node.kind !== "stage";
    case "stage":
      return node?.kind === "stage";
    case "place":
      return node !== undefined && node.kind !== "start";
    case "move":
      return graph.moves.some(({ move }) => move.id === name);
    case "person":
      return given.people.some(({ id }) => id === name);
    case "role":
      return world.roles?.includes(name) ?? true;
    case "field":
      return !world.schemas || fieldAt(world.schemas, graph.definition.recordType, name) !== null;
    case "rule":
      return world.rules?.includes(name) ?? true;
    case "problem":
      return isProblemCode(name);
  }
};

const unknownIn = (graph: Graph, world: CheckWorld, story: Story, index: number): readonly Finding[] =>
  mentionsIn(story)
    .filter((mention) => !isKnown(graph, world, story, mention))
    .map(({ kind, name, path }) =>
      error(
        "STORY_UNKNOWN",
        { path: `stories.${index}.${path}` },
        {
          en: `The story “${story.name.en}” speaks of a ${words[kind].en} “${name}” that is not there.`,
          zh: `用例“${story.name.zh}”引用了不存在的${words[kind].zh}“${name}”。`,
          fix: { en: "Record the story anew, or take it away.", zh: "请重新录制该用例，或将其删除。" },
        },
      ),
    );

/** Stories that speak of what is not there: steps, stages, moves, people, roles, fields; or that stand twice under one id. */
export const stories: Check = (graph, world) => {
  const told = graph.definition.stories ?? [];
  return told.flatMap((story, index) =>
    told.findIndex(({ id }) => id === story.id) < index
      ? [
          error(
            "STORY_TWICE",
            { path: `stories.${index}` },
            { en: `Two stories have the id “${story.id}”.`, zh: `用例标识“${story.id}”重复。` },
          ),
        ]
      : unknownIn(graph, world, story, index),
  );
};
