import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { storySchema, type StoryEvent, type StoryInput } from "../definition/story.ts";
import { compile } from "../kernel/compile.ts";
import { aProcess, approvalOf, setting } from "../simulate/aProcess.ts";
import { actsAt } from "./actsAt.ts";
import { playStory } from "./playStory.ts";
import { openInterventions } from "./replayed.ts";

/** A discount on a quote: signed by finance, mailed, and noted; whoever signs it may give it away when it is stuck. */
const plan = compile(
  aProcess({
    kind: "side",
    stages: {
      asked: {
        entry: "sign",
        steps: {
          sign: { ...approvalOf(["finance"]), permissions: { intervene: [{ by: "initiator" }] } },
          mail: {
            kind: "action",
            block: "mail",
            inputs: { to: { value: "a@b.example" }, subject: { value: "Hi" } },
            onUnknown: "ask",
            outputs: {},
          },
          note: setting("note", "'done'"),
        },
        moves: { drop: { to: "gone", trigger: { by: "person" } } },
      },
      won: { final: "won" },
      gone: { final: "lost" },
    },
    wires: [
      ["start", "asked"],
      ["sign", "mail", "outcome approved"],
      ["sign", "gone", "outcome rejected"],
      ["mail", "note"],
      ["note", "won"],
    ],
  }),
  recordSchemas,
);

const told = (...happened: readonly StoryEvent[]) => {
  const story = storySchema.parse({
    id: "tried",
    name: { en: "Tried", zh: "尝试" },
    given: {
      by: "rep",
      at: "2026-11-23T01:00:00.000Z",
      people: [
        { id: "rep", roles: ["rep"], department: "sales" },
        { id: "other", roles: ["rep"], department: "north" },
        { id: "fin", roles: ["finance"] },
        { id: "mei", roles: ["admin"] },
        { id: "chef", roles: [], department: "sales" },
      ],
      ownerId: "rep",
      expect: [],
    },
    steps: happened.map((when) => ({ when, expect: [] })),
  } satisfies StoryInput);
  return playStory(plan, story);
};

const act = (by: string, does: (StoryEvent & { do: "act" })["act"]): StoryEvent => ({
  do: "act",
  by,
  at: "sign",
  act: does,
  comment: "because",
});
const intervene = (by: string, does: (StoryEvent & { do: "intervene" })["act"], reason = "needed"): StoryEvent => ({
  do: "intervene",
  by,
  act: does,
  reason,
});
const bounced: StoryEvent = { do: "effect", at: "mail", ends: { as: "unknown" } };
const approve = act("fin", { do: "approve" });

describe("what the door would not take", () => {
  it.each<{ name: string; happened: readonly StoryEvent[]; codes: readonly string[] }>([
    {
      name: "a transfer by somebody whose work it is not",
      happened: [act("rep", { do: "transfer", to: "mei" })],
      codes: ["TASK_NOT_YOURS"],
    },
    {
      name: "a signer who is asked already",
      happened: [act("fin", { do: "addSigner", personIds: ["fin"], place: "after" })],
      codes: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "delegating to oneself",
      happened: [act("fin", { do: "delegate", to: "fin" })],
      codes: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "handing over to nobody of the firm",
      happened: [act("fin", { do: "transfer", to: "ghost" })],
      codes: ["PERSON_INACTIVE"],
    },
    {
      name: "asking for advice about what one has no part in",
      happened: [act("mei", { do: "consult", personIds: ["rep"] })],
      codes: ["TASK_NOT_YOURS"],
    },
    {
      name: "a remark by somebody who may not read the record",
      happened: [act("other", { do: "comment" })],
      codes: ["NOT_FOUND"],
    },
    {
      name: "a move by somebody who may not read the record",
      happened: [{ do: "move", by: "chef", move: "drop" }],
      codes: ["NOT_FOUND"],
    },
    {
      name: "stepping in without being an admin",
      happened: [intervene("rep", { do: "suspend" })],
      codes: ["NOT_ALLOWED"],
    },
    {
      name: "stepping in without a reason",
      happened: [intervene("mei", { do: "suspend" }, " ")],
      codes: ["REASON_REQUIRED"],
    },
    {
      name: "an act while the case is suspended",
      happened: [intervene("mei", { do: "suspend" }), approve],
      codes: ["CASE_SUSPENDED"],
    },
    {
      name: "settling an incident that is none",
      happened: [intervene("mei", { do: "retry", at: "mail" })],
      codes: ["EVENT_NOT_APPLICABLE"],
    },
  ])("refuses $name", ({ happened, codes }) => {
    expect(
      told(...happened)
        .moments.at(-1)
        ?.refusals.map(({ code }) => code),
    ).toEqual(codes);
  });
});

describe("a start with a form", () => {
  const asking = (access: "required" | "edit") => {
    const start = plan.definition.nodes.map((node) =>
      node.kind === "start"
        ? { ...node, trigger: { on: "manual" as const, form: [{ path: "validUntil", access }] } }
        : node,
    );
    return compile({ ...plan.definition, nodes: start }, recordSchemas);
  };
  const begun = (access: "required" | "edit", record: StoryInput["given"]["record"], by: string | null = "rep") => {
    const { story } = told();
    const [first] = playStory(asking(access), {
      ...story,
      given: { ...story.given, record: record ?? {}, by },
    }).moments;
    return { codes: first?.refusals.map(({ code }) => code), hasBegun: first?.state.seq !== 0 };
  };
  it.each([
    { name: "begins nothing while a required field is empty", was: begun("required", {}), codes: ["REQUIRED_FIELD"] },
    { name: "begins once it is filled", was: begun("required", { validUntil: "2026-12-24" }), codes: [] },
    { name: "begins without what may be left out", was: begun("edit", {}), codes: [] },
    { name: "asks no machine", was: begun("required", {}, null), codes: [] },
  ])("$name", ({ was, codes }) => {
    expect(was).toEqual({ codes, hasBegun: codes.length === 0 });
  });
});

describe("stepping into a played case", () => {
  it.each<{ name: string; happened: readonly StoryEvent[]; stands: unknown }>([
    {
      name: "lets the step try again",
      happened: [approve, bounced, intervene("mei", { do: "retry", at: "mail" })],
      stands: { status: "running", at: ["mail"], incidents: 0 },
    },
    {
      name: "goes on past what failed",
      happened: [approve, bounced, intervene("mei", { do: "skip", at: "mail" })],
      stands: { status: "ended", at: [], incidents: 0 },
    },
    {
      name: "moves the case to another step",
      happened: [intervene("mei", { do: "jump", to: "mail" })],
      stands: { status: "running", at: ["mail"], incidents: 0 },
    },
    {
      name: "suspends it",
      happened: [intervene("mei", { do: "suspend" })],
      stands: { status: "suspended", at: ["sign"], incidents: 0 },
    },
    {
      name: "resumes it",
      happened: [intervene("mei", { do: "suspend" }), intervene("mei", { do: "resume" })],
      stands: { status: "running", at: ["sign"], incidents: 0 },
    },
    {
      name: "ends it for good",
      happened: [intervene("mei", { do: "cancel" })],
      stands: { status: "ended", at: [], incidents: 0 },
    },
    {
      name: "gives the work away, by whom the step names",
      happened: [intervene("rep", { do: "reassign", at: "sign", to: "mei" })],
      stands: { status: "running", at: ["sign"], incidents: 0 },
    },
  ])("$name", ({ happened, stands }) => {
    const { moments } = told(...happened);
    const now = moments.at(-1);
    expect(moments.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect({
      status: now?.state.status,
      at: now?.state.status === "ended" ? [] : now?.state.tokens.map(({ node }) => node),
      incidents: now?.state.incidents.length,
    }).toEqual(stands);
  });

  it("is offered to admins for all of it, to others for what the step names them for", () => {
    const { story } = told();
    expect(openInterventions(plan, story, "mei")).toEqual({ whole: true, incidents: [], work: ["sign"] });
    expect(openInterventions(plan, story, "rep")).toEqual({ whole: false, incidents: [], work: ["sign"] });
    expect(openInterventions(plan, story, "fin")).toEqual({ whole: false, incidents: [], work: [] });
  });

  it("lets a question be answered beside the work, and the work be done by whoever was only asked before", () => {
    const asked = [act("fin", { do: "consult", personIds: ["mei"] }), act("mei", { do: "complete", outcome: "done" })];
    const answered = told(...asked).moments.at(-1);
    expect(answered?.refusals).toEqual([]);
    expect(answered?.tasks.map(({ kind, open }) => [kind, open])).toEqual([
      ["approval", true],
      ["consult", false],
    ]);
    const handed = [asked[0] as StoryEvent, act("fin", { do: "transfer", to: "mei" }), act("mei", { do: "reject" })];
    expect(told(...handed).moments.at(-1)?.state.outcome).toBe("lost");
  });
});

describe("what a piece of work offers", () => {
  const approver = ["approve", "reject", "addSigner", "transfer", "delegate", "consult", "comment", "copy"];
  it.each<{ name: string; happened: readonly StoryEvent[]; by: string; acts: readonly string[] }>([
    { name: "its signer: every verb", happened: [], by: "fin", acts: approver },
    {
      name: "the initiator: to remind, to remark, to take it back",
      happened: [],
      by: "rep",
      acts: ["urge", "comment", "withdraw"],
    },
    { name: "others: nothing", happened: [], by: "other", acts: [] },
    {
      name: "whoever added a signer: to take them out again",
      happened: [act("fin", { do: "addSigner", personIds: ["mei"], place: "beside" })],
      by: "fin",
      acts: [...approver, "removeSigner"],
    },
    {
      name: "whoever approved already: to take it back",
      happened: [act("fin", { do: "addSigner", personIds: ["mei"], place: "beside" }), approve],
      by: "fin",
      acts: ["urge", "comment", "reclaim", "removeSigner"],
    },
    {
      name: "nobody anything while the case is suspended",
      happened: [intervene("mei", { do: "suspend" })],
      by: "fin",
      acts: [],
    },
  ])("$name", ({ happened, by, acts }) => {
    const now = told(...happened).moments.at(-1);
    const open = now?.tasks.filter((task) => task.open) ?? [];
    const task = open.find(({ people }) => people.includes(by)) ?? open[0];
    const { definition } = plan;
    expect(now && task ? actsAt({ definition, state: now.state }, task, by) : null).toEqual(acts);
  });
});
