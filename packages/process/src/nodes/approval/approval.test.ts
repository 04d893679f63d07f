import { describe, expect, it } from "vitest";
import { aCase, aFirm, finish, openAt, refusedWith } from "../../simulate/aCase.ts";
import { aProcess, approvalOf, taskOf, type ProcessDraft, type StepDraft, type WireDraft } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";
import type { SimulatedWorld } from "../../simulate/world.ts";
import type { TaskAct } from "../../kernel/event.ts";

type Settings = Partial<Extract<StepDraft, { kind: "approval" }>>;

const outcomes: readonly WireDraft[] = [["a", "yes", "outcome approved"], ["a", "no", "outcome rejected"], ["a", "gone", "outcome withdrawn"]];
const results: ProcessDraft["stages"] = { yes: { final: "won" }, no: { final: "lost" }, gone: { final: "void" } };

const asked = (names: readonly string[], settings: Settings = {}, world: Partial<SimulatedWorld> = {}): Simulation =>
  aCase(aProcess({ stages: { work: { entry: "a", steps: { a: approvalOf(names, settings) } }, ...results }, wires: [["start", "work"], ...outcomes] }), world);

type Said = readonly [who: string, act: TaskAct["do"] | TaskAct];
const say = (simulation: Simulation, said: readonly Said[], node = "a"): void => {
  for (const [who, act] of said) simulation.act(who, node, typeof act === "string" ? ({ do: act } as TaskAct) : act, "because");
};
const cameTo = ({ state }: Simulation): string => (state.status === "ended" ? (state.outcome ?? "") : "open");

const [approve, reject] = ["approve", "reject"] as const;

describe("the modes of an approval", () => {
  it.each<{ name: string; mode: Settings["mode"]; said: Said[]; outcome: string }>([
    { name: "any: the first yes decides", mode: { by: "any" }, said: [["bob", approve]], outcome: "won" },
    { name: "any: the first no decides", mode: { by: "any" }, said: [["bob", reject]], outcome: "lost" },
    { name: "any, no needs all: one no leaves it open", mode: { by: "any", rejectNeedsAll: true }, said: [["ann", reject], ["bob", reject]], outcome: "open" },
    { name: "any, no needs all: the last no decides", mode: { by: "any", rejectNeedsAll: true }, said: [["ann", reject], ["bob", reject], ["cat", reject]], outcome: "lost" },
    { name: "any, no needs all: a yes after a no decides", mode: { by: "any", rejectNeedsAll: true }, said: [["ann", reject], ["bob", approve]], outcome: "won" },
    { name: "all: not before the last", mode: { by: "all" }, said: [["ann", approve], ["bob", approve]], outcome: "open" },
    { name: "all: with the last", mode: { by: "all" }, said: [["ann", approve], ["bob", approve], ["cat", approve]], outcome: "won" },
    { name: "all: the first no decides", mode: { by: "all" }, said: [["ann", approve], ["bob", reject]], outcome: "lost" },
    { name: "sequential: in turn", mode: { by: "sequential" }, said: [["ann", approve], ["bob", approve], ["cat", approve]], outcome: "won" },
    { name: "sequential: nobody out of turn", mode: { by: "sequential" }, said: [["bob", approve], ["cat", approve]], outcome: "open" },
    { name: "quorum of two: not with one", mode: { by: "quorum", count: 2 }, said: [["cat", approve]], outcome: "open" },
    { name: "quorum of two: with two", mode: { by: "quorum", count: 2 }, said: [["cat", approve], ["ann", approve]], outcome: "won" },
    { name: "quorum of two: lost as soon as two cannot be had", mode: { by: "quorum", count: 2 }, said: [["cat", reject], ["ann", reject]], outcome: "lost" },
    { name: "quorum of 66 %: two of three", mode: { by: "quorum", share: 66 }, said: [["cat", approve], ["ann", approve]], outcome: "won" },
    { name: "quorum of 67 %: needs three of three", mode: { by: "quorum", share: 67 }, said: [["cat", approve], ["ann", approve]], outcome: "open" },
    { name: "weighted: half of the weight", mode: { by: "weighted", share: 50, weights: { ann: 3, bob: 1, cat: 2 } }, said: [["ann", approve]], outcome: "won" },
    { name: "weighted: just under half", mode: { by: "weighted", share: 51, weights: { ann: 3, bob: 1, cat: 2 } }, said: [["ann", approve]], outcome: "open" },
    { name: "weighted: lost when the weight cannot be had", mode: { by: "weighted", share: 51, weights: { ann: 3, bob: 1, cat: 2 } }, said: [["ann", reject]], outcome: "lost" },
  ])("$name", ({ mode, said, outcome }) => {
    const simulation = asked(["ann", "bob", "cat"], { mode: mode ?? { by: "all" } });

    say(simulation, said);

    expect([cameTo(simulation), openAt(simulation).length === 0]).toEqual([outcome, outcome !== "open"]);
  });

  it.each<{ name: string; mode: NonNullable<Settings["mode"]> }>([
    { name: "more voices than people", mode: { by: "quorum", count: 2 } },
    { name: "no weight at all", mode: { by: "weighted", share: 50, weights: { ann: 0 } } },
  ])("ask nobody where $name are needed: that is no verdict", ({ mode }) => {
    expect(refusedWith(asked(["ann"], { mode }))).toEqual(["NOBODY_FOUND"]);
  });
});

describe("who is asked", () => {
  it.each<{ name: string; settings: Settings; who: string[]; open: string[] }>([
    { name: "allow: the initiator too", settings: { onSelf: "allow" }, who: ["ini", "bob"], open: ["a: ini", "a: bob"] },
    { name: "skip: without the initiator", settings: { onSelf: "skip" }, who: ["ini", "bob"], open: ["a: bob"] },
    { name: "manager: theirs instead", settings: { onSelf: "manager" }, who: ["ini"], open: ["a: ann"] },
    { name: "manager: asked already, once", settings: { onSelf: "manager" }, who: ["ini", "ann"], open: ["a: ann"] },
    { name: "department head instead", settings: { onSelf: "departmentHead" }, who: ["ini"], open: ["a: eve"] },
    { name: "noSelfEver overrides allow", settings: { onSelf: "allow", noSelfEver: true }, who: ["ini", "bob"], open: ["a: bob"] },
    { name: "nobody: the admins", settings: { onEmpty: { do: "admin" } }, who: ["none"], open: ["a: admin"] },
  ])("$name", ({ settings, who, open }) => {
    expect(openAt(asked(who, settings))).toEqual(open);
  });

  it.each([
    { name: "pass", onEmpty: { do: "pass" as const }, outcome: "won", refused: [] },
    { name: "refuse", onEmpty: { do: "refuse" as const }, outcome: "open", refused: ["NOBODY_FOUND"] },
    { name: "incident", onEmpty: { do: "incident" as const }, outcome: "open", refused: ["NOBODY_FOUND"] },
  ])("nobody: $name", ({ onEmpty, outcome, refused }) => {
    const simulation = asked(["none"], { onEmpty });

    expect([cameTo(simulation), refusedWith(simulation)]).toEqual([outcome, refused]);
  });

  it("a deputy who is the initiator is nobody to ask", () => {
    const people = aFirm.map((person) => (person.id === "bob" ? { ...person, deputyId: "ini" } : person));

    expect(openAt(asked(["bob"], { onSelf: "manager", noSelfEver: true }, { people }))).toEqual(["a: ann"]);
  });

  it.each<{ name: string; act: TaskAct }>([
    { name: "transfer", act: { do: "transfer", to: "ini" } },
    { name: "delegate", act: { do: "delegate", to: "ini" } },
    { name: "added signer", act: { do: "addSigner", personIds: ["ini"], place: "beside" } },
  ])("noSelfEver forbids the initiator by $name", ({ act }) => {
    const simulation = asked(["ann"], { noSelfEver: true });

    say(simulation, [["ann", act]]);

    expect(refusedWith(simulation)).toEqual(["SELF_APPROVAL"]);
  });
});

describe("the verbs of an approval", () => {
  it.each<{ name: string; who: string[]; settings: Settings; said: Said[]; open: string[]; refused?: string[]; outcome?: string }>([
    { name: "delegate: the matter comes back for the verdict", who: ["ann"], settings: {}, said: [["ann", { do: "delegate", to: "dan" }], ["dan", approve]], open: ["a: ann"] },
    { name: "delegate: not to oneself", who: ["ann"], settings: {}, said: [["ann", { do: "delegate", to: "ann" }]], open: ["a: ann"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "transfer: the verdict is theirs", who: ["ann"], settings: {}, said: [["ann", { do: "transfer", to: "dan" }], ["dan", approve]], open: [], outcome: "won" },
    { name: "transfer: not to someone who has a voice", who: ["ann", "bob"], settings: { mode: { by: "quorum", count: 2 } }, said: [["ann", { do: "transfer", to: "bob" }]], open: ["a: ann", "a: bob"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "transfer: not to a ghost", who: ["ann"], settings: {}, said: [["ann", { do: "transfer", to: "ghost" }]], open: ["a: ann"], refused: ["PERSON_INACTIVE"] },
    { name: "add before: the adder waits", who: ["ann"], settings: {}, said: [["ann", { do: "addSigner", personIds: ["dan"], place: "before" }]], open: ["a: dan"] },
    { name: "add before: then the adder", who: ["ann"], settings: {}, said: [["ann", { do: "addSigner", personIds: ["dan"], place: "before" }], ["dan", approve]], open: ["a: ann"] },
    { name: "add after: only when the adder has agreed", who: ["ann"], settings: {}, said: [["ann", { do: "addSigner", personIds: ["dan"], place: "after" }]], open: ["a: ann"] },
    { name: "add after, in turn: before the next", who: ["ann", "bob"], settings: { mode: { by: "sequential" } }, said: [["ann", { do: "addSigner", personIds: ["dan"], place: "after" }], ["ann", approve]], open: ["a: dan"] },
    { name: "add beside: must agree besides", who: ["ann"], settings: { mode: { by: "any" } }, said: [["ann", { do: "addSigner", personIds: ["dan", "dan"], place: "beside" }], ["ann", approve]], open: ["a: dan"] },
    { name: "add: not who is asked already", who: ["ann", "bob"], settings: {}, said: [["ann", { do: "addSigner", personIds: ["bob"], place: "beside" }]], open: ["a: ann", "a: bob"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "remove: whom one has added", who: ["ann"], settings: {}, said: [["ann", { do: "addSigner", personIds: ["dan"], place: "before" }], ["ann", { do: "removeSigner", personId: "dan" }]], open: ["a: ann"] },
    { name: "remove: nobody else's", who: ["ann", "bob"], settings: {}, said: [["ann", { do: "addSigner", personIds: ["dan"], place: "beside" }], ["bob", { do: "removeSigner", personId: "dan" }]], open: ["a: ann", "a: bob", "a: dan"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "withdraw: by the initiator, at any time", who: ["ann", "bob"], settings: {}, said: [["ann", approve], ["ini", "withdraw"]], open: [], outcome: "void" },
    { name: "withdraw: by nobody else", who: ["ann", "bob"], settings: {}, said: [["bob", "withdraw"]], open: ["a: ann", "a: bob"], refused: ["TASK_NOT_YOURS"] },
    { name: "withdraw: before the first decision", who: ["ann", "bob"], settings: { withdraw: "beforeFirstDecision" }, said: [["ini", "withdraw"]], open: [], outcome: "void" },
    { name: "withdraw: not after it", who: ["ann", "bob"], settings: { withdraw: "beforeFirstDecision" }, said: [["ann", approve], ["ini", "withdraw"]], open: ["a: bob"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "withdraw: never", who: ["ann"], settings: { withdraw: "never" }, said: [["ini", "withdraw"]], open: ["a: ann"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "reclaim: until the next acted", who: ["ann", "bob"], settings: { mode: { by: "sequential" } }, said: [["ann", approve], ["ann", "reclaim"]], open: ["a: ann"] },
    { name: "reclaim: not after", who: ["ann", "bob", "cat"], settings: { mode: { by: "sequential" } }, said: [["ann", approve], ["bob", approve], ["ann", "reclaim"]], open: ["a: cat"], refused: ["VERB_NOT_AVAILABLE"] },
    { name: "a verdict is given once", who: ["ann", "bob"], settings: {}, said: [["ann", approve], ["ann", approve]], open: ["a: bob"], refused: ["TASK_NOT_YOURS"] },
    { name: "a comment that is required", who: ["ann"], settings: { comment: { approve: "required", reject: "required", sendBack: "required" } }, said: [], open: ["a: ann"] },
  ])("$name", ({ who, settings, said, open, refused = [], outcome = "open" }) => {
    const simulation = asked(who, settings);

    say(simulation, said);

    expect([openAt(simulation), refusedWith(simulation), cameTo(simulation)]).toEqual([open, refused, outcome]);
  });

  it("frees the record when its stage is left, not only when it is decided", () => {
    const simulation = aCase(aProcess({ stages: { work: { entry: "a", steps: { a: approvalOf(["ann"], { lockRecord: true }) }, moves: { back: { to: "yes", trigger: { by: "person" } } } }, ...results }, wires: [["start", "work"], ...outcomes] }));
    simulation.move("ini", "back");

    expect(simulation.writes.flatMap((write) => (write.write === "lockRecord" ? [write.locked] : []))).toEqual([true, false]);
  });
});

describe("repeats", () => {
  it.each<{ name: string; dedup: "none" | "once" | "consecutive"; watched: [string[], string[]]; change: string | null; open: string[] }>([
    { name: "none: asked again", dedup: "none", watched: [["total"], ["total"]], change: null, open: ["a: ann", "a: bob"] },
    { name: "once: not asked again", dedup: "once", watched: [["total"], ["total"]], change: null, open: ["a: bob"] },
    { name: "consecutive: not asked again right after", dedup: "consecutive", watched: [["total"], ["total"]], change: null, open: ["a: bob"] },
    { name: "never across a change of what this step watches", dedup: "once", watched: [["total"], ["total"]], change: "2", open: ["a: ann", "a: bob"] },
    { name: "never across a change of what the other step watched", dedup: "once", watched: [["total"], []], change: "2", open: ["a: ann", "a: bob"] },
    { name: "nothing is known of what the other step did not watch", dedup: "once", watched: [[], ["total"]], change: null, open: ["a: ann", "a: bob"] },
  ])("$name", ({ dedup, watched, change, open }) => {
    const simulation = aCase(
      aProcess({
        stages: { work: { entry: "f", steps: { f: approvalOf(["ann"], { watchedFields: watched[0] }), t: taskOf("dan"), a: approvalOf(["ann", "bob"], { dedup, watchedFields: watched[1] }) } } },
        wires: [["start", "work"], ["f", "t", "outcome approved"], ["t", "a"]],
      }),
      { record: { total: "1" } },
    );
    say(simulation, [["ann", approve]], "f");
    if (change !== null) simulation.change({ total: change });

    finish(simulation, "t");

    expect(openAt(simulation)).toEqual(open);
  });
});

describe("lateness", () => {
  const after = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
  const late = (ladder: NonNullable<Settings["sla"]>["ladder"], mode: NonNullable<Settings["mode"]> = { by: "all" }, who = ["ann"]) => asked(who, { mode, sla: { due: after(1), ladder: ladder ?? [] } });

  it("lets a manager decide in the place of who is late, once", () => {
    const simulation = late([{ after: after(1), action: { do: "manager", level: 1 } }]);
    simulation.skipTo("2027-01-02T00:00:00.000Z");
    expect(openAt(simulation)).toEqual(["a: ann", "a: bob"]);

    say(simulation, [["bob", approve]]);

    expect([cameTo(simulation), openAt(simulation)]).toEqual(["won", []]);
  });

  it("still needs the others besides who was late", () => {
    const simulation = late([{ after: after(1), action: { do: "manager", level: 1 } }], { by: "all" }, ["ann", "dan"]);
    simulation.skipTo("2027-01-02T00:00:00.000Z");

    say(simulation, [["bob", approve]]);

    expect(openAt(simulation)).toEqual(["a: dan", "a: eve"]);
  });

  it.each([
    { name: "an hour after its time: decided by time", down: "2027-01-02T00:30:00.000Z", outcome: "won" },
    { name: "after a downtime of days: not yet", down: "2027-01-09T00:00:00.000Z", outcome: "open" },
  ])("gives people a grace hour: $name", ({ down, outcome }) => {
    const simulation = late([{ after: after(1), action: { do: "approve" } }]);
    simulation.at = down;
    simulation.send({ type: "alarmRang", dueAt: "2027-01-02T00:00:00.000Z" }, { kind: "system", name: "clock" });
    expect(cameTo(simulation)).toBe(outcome);

    simulation.skipTo("2027-01-10T00:00:00.000Z");
    expect(cameTo(simulation)).toBe("won");
  });

  it("of several rungs overdue together acts on the last alone", () => {
    const simulation = late([{ after: after(1), action: { do: "remind" } }, { after: after(2), action: { do: "remind" } }, { after: after(3), action: { do: "manager", level: 1 } }]);
    simulation.at = "2027-01-20T00:00:00.000Z";
    simulation.send({ type: "alarmRang", dueAt: "2027-01-02T00:00:00.000Z" }, { kind: "system", name: "clock" });

    expect([simulation.writes.filter((write) => write.write === "notify"), openAt(simulation)]).toEqual([[], ["a: ann", "a: bob"]]);
  });
});
