import { describe, expect, it } from "vitest";
import { guardOf, setting, taskOf, type ProcessDraft } from "../simulate/aProcess.ts";
import {
  answered,
  alone,
  approval,
  asked,
  big,
  controlled,
  day,
  neverBefore,
  nobody,
  passes,
  rule,
  self,
  sent,
  signed,
  stage,
  step,
  told,
  verdictOf,
  type Sentence,
} from "./aControlled.ts";

describe("a control point", () => {
  it.each<{ name: string; draft: ProcessDraft; sentence: Sentence; verdict: unknown }>([
    { name: "passes: every big one is asked about", draft: asked(), sentence: passes(big), verdict: "proved" },
    { name: "passes: a higher limit too", draft: asked(), sentence: passes("record.total >= 101"), verdict: "proved" },
    {
      name: "passes: not at a limit below the branch's",
      draft: asked(),
      sentence: passes("record.total >= 100"),
      verdict: ["start start", "draft move"],
    },
    {
      name: "passes: not when it changes after it was looked at",
      draft: asked({ lockRecord: false }),
      sentence: { must: "passes", when: "record.total < 5", through: step("none"), before: step("a", "approved") },
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "passes: what is locked does not change",
      draft: asked(),
      sentence: { must: "passes", when: "record.total < 5", through: step("none"), before: step("a", "approved") },
      verdict: "proved",
    },
    {
      name: "passes: what the lock leaves open does",
      draft: asked({ lockExcept: ["total"] }),
      sentence: { must: "passes", when: "record.total < 5", through: step("none"), before: step("a", "approved") },
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "passes: two fields that only a sum compares may be anything",
      draft: sent({ b: { kind: "branch" }, a: approval() }, [
        ["b", "a", "when record.total > record.margin"],
        ["b", "sent", "default"],
        ...answered,
      ]),
      sentence: passes("record.total > record.margin"),
      verdict: "proved",
    },
    {
      name: "never before: an approval",
      draft: alone(),
      sentence: neverBefore(step("a", "approved")),
      verdict: "proved",
    },
    {
      name: "never before: not a rejection",
      draft: alone(),
      sentence: neverBefore(step("a", "rejected")),
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "never before: nobody found counts as agreed, and is not agreed by anybody",
      draft: alone(nobody),
      sentence: { must: "neverBefore", point: stage("sent"), before: [step("a", "withdrawn")] },
      verdict: ["start start", "draft move"],
    },
    {
      name: "never before: the clock agrees when nobody does",
      draft: alone({ sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }),
      sentence: { must: "neverBefore", point: stage("sent"), before: [signed] },
      verdict: ["start start", "draft move", "a alarmRang"],
    },
    {
      name: "never before: a rule of the domain vouches for it",
      draft: sent({ a: approval() }, answered, rule),
      sentence: neverBefore(signed),
      verdict: "proved",
    },
    {
      name: "never before: without the rule nothing does",
      draft: alone(),
      sentence: neverBefore(signed, step("a", "rejected")),
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "never before: a guard that holds it back, on a locked or open record alike",
      draft: sent({ g: guardOf("hold", big), x: setting("note", "'x'") }, [
        ["g", "x"],
        ["x", "sent"],
      ]),
      sentence: neverBefore(step("x")),
      verdict: "proved",
    },
    {
      name: "followed: whatever is decided, it ends",
      draft: alone(),
      sentence: { must: "followedBy", point: step("a", "approved"), by: [stage("sent")] },
      verdict: "proved",
    },
    {
      name: "followed: as long as it can still come, however often it is put off",
      draft: alone(),
      sentence: { must: "followedBy", point: stage("work"), by: [step("a", "approved")] },
      verdict: "proved",
    },
    {
      name: "followed: an end without it",
      draft: alone(),
      sentence: { must: "followedBy", point: stage("sent"), by: [step("a", "rejected")] },
      verdict: ["start start", "draft move", "a approve", "sent move"],
    },
    {
      name: "at most once: not where there is a way back",
      draft: alone(),
      sentence: { must: "atMostOnce", point: stage("sent") },
      verdict: ["start start", "draft move", "a approve", "sent move", "draft move", "a approve"],
    },
    {
      name: "at most once: where there is none",
      draft: {
        stages: { work: { entry: "a", steps: { a: taskOf("ann") } }, sent: { final: "done" } },
        wires: [
          ["start", "work"],
          ["a", "sent"],
        ],
      },
      sentence: { must: "atMostOnce", point: stage("sent") },
      verdict: "proved",
    },
    {
      name: "not the same: one who may approve their own",
      draft: alone({ onSelf: "allow" }),
      sentence: self,
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "not the same: it is handed to the one who began it",
      draft: alone({ onSelf: "manager" }),
      sentence: self,
      verdict: ["start start", "draft move", "a transfer", "a approve"],
    },
    {
      name: "never before: who agreed before is passed, but somebody else may be asked",
      draft: sent({ a: approval(), b: approval({ dedup: "once" }) }, [
        ["a", "b", "outcome approved"],
        ["a", "draft", "outcome rejected"],
        ["a", "draft", "outcome withdrawn"],
        ["b", "sent", "outcome approved"],
        ["b", "draft", "outcome rejected"],
        ["b", "draft", "outcome withdrawn"],
      ]),
      sentence: { must: "neverBefore", point: step("b", "rejected"), before: [stage("gone")] },
      verdict: ["start start", "draft move", "a approve", "b reject"],
    },
    {
      name: "not the same: never, whoever is asked",
      draft: alone({ noSelfEver: true }),
      sentence: self,
      verdict: "proved",
    },
    {
      name: "not the same: one person may hold two roles",
      draft: sent({ t: taskOf("bob"), a: approval() }, [["t", "a"], ...answered]),
      sentence: { must: "notSamePerson", point: step("t"), other: step("a", "approved") },
      verdict: ["start start", "draft move", "t complete", "a approve"],
    },
  ])("$name", ({ draft, sentence, verdict }) => {
    expect(told(verdictOf(controlled(draft, sentence)))).toEqual(verdict);
  });

  it.each<{ name: string; draft: ProcessDraft; sentence: Sentence; verdict: unknown }>([
    { name: "approves what nobody began", draft: alone({ onSelf: "allow" }), sentence: self, verdict: "proved" },
    {
      name: "is not there to be asked",
      draft: alone({ who: [{ by: "initiator" }], onEmpty: { do: "pass" } }),
      sentence: neverBefore(step("a", "withdrawn")),
      verdict: ["start start", "draft move"],
    },
  ])("knows that by a schedule nobody begins a case: who $name", ({ draft, sentence, verdict }) => {
    const definition = controlled(draft, sentence);
    const trigger = { on: "schedule" as const, cron: "0 9 * * 1", zone: "UTC" };
    const nodes = definition.nodes.map((node) => (node.kind === "start" ? { ...node, trigger } : node));

    expect(told(verdictOf({ ...definition, nodes }))).toEqual(verdict);
  });

  it("is told by the steps that lead to where it fails, with what they saw and where the case stood", () => {
    const verdict = verdictOf(controlled(asked(), passes("record.total > 99.5")));

    expect(verdict?.verdict === "refuted" && verdict.path.at(-1)).toMatchObject({
      at: "draft",
      saw: { total: "100" },
      stage: "sent",
      standsAt: [],
    });
  });

  it("tells at the last step what the record has come to hold where it fails", () => {
    const open = { must: "passes", through: step("none"), before: step("a", "approved") } as const;
    const lastSaw = (draft: ProcessDraft, when: string) => {
      const verdict = verdictOf(controlled(draft, { ...open, when }));
      return verdict?.verdict === "refuted" ? verdict.path.at(-1)?.saw : verdict;
    };

    expect(lastSaw(asked({ lockRecord: false }), "record.total < 5")).toEqual({ total: "0" });
    expect(lastSaw(asked(), "record.total > 5")).toEqual({ total: "200" });
    expect(lastSaw(asked({ lockRecord: false }), "!has(record.total) || record.total < 5")).toEqual({ total: "0" });
    expect(lastSaw(asked({ lockRecord: false }), "!has(record.total)")).toEqual({ total: null });
  });

  it.each([
    { name: "watched", watchedFields: ["total"], verdict: ["start start", "draft move", "a approve", "b reject"] },
    { name: "not watched", watchedFields: [], verdict: "proved" },
  ])("knows that who agreed is asked again once a field has changed that is $name", ({ watchedFields, verdict }) => {
    const who = [{ by: "person" as const, personIds: ["018f3a3e-0000-7000-8000-0000000000e5"] }];
    const draft = sent(
      { a: approval({ who, watchedFields, lockRecord: false }), b: approval({ who, watchedFields, dedup: "once" }) },
      [
        ["a", "b", "outcome approved"],
        ["a", "gone", "outcome rejected"],
        ["a", "gone", "outcome withdrawn"],
        ["b", "sent", "outcome approved"],
        ["b", "gone", "outcome rejected"],
        ["b", "gone", "outcome withdrawn"],
      ],
    );

    const never: Sentence = { must: "neverBefore", point: step("b", "rejected"), before: [signed] };
    expect(told(verdictOf(controlled(draft, never)))).toEqual(verdict);
  });
});
