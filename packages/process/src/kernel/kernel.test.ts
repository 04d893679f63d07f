import { describe, expect, it } from "vitest";
import { aCase, finish, incidentsOf, openAt, refusedWith, standingAt } from "../simulate/aCase.ts";
import { aProcess, approvalOf, guardOf, setting, taskOf, timerOf, type ProcessDraft, type StepDraft, type WireDraft } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { advance } from "./advance.ts";
import type { Actor, Intervention } from "./event.ts";

const ann = taskOf("ann");
const machine: Actor = { kind: "system", name: "carrier" };
const inBoth = { en: "it", zh: "它" };

const running = (steps: { readonly [id: string]: StepDraft }, wires: readonly WireDraft[], { record = {}, ...more }: Partial<ProcessDraft> & { record?: { [path: string]: string | boolean } } = {}): Simulation =>
  aCase(aProcess({ stages: { work: { entry: Object.keys(steps)[0] as string, steps } }, wires: [["start", "work"], ...wires], ...more }), { record, processes: { other: 1 } });

const admin = (simulation: Simulation, act: Intervention) => simulation.send({ type: "intervene", act, reason: "needed" }, { kind: "person", personId: "admin" });
const tell = (simulation: Simulation, message: string, id = "m1") => simulation.send({ type: "message", id, message, key: null, payload: { id } }, machine);
const incident = (simulation: Simulation): string => simulation.state.incidents[0]?.id ?? "none";

describe("a case", () => {
  it("is started once, and first", () => {
    const simulation = running({ a: ann }, []);

    expect(simulation.start().answer).toBe("refused");
    expect(refusedWith(simulation)).toEqual(["EVENT_NOT_APPLICABLE"]);
    expect(openAt(simulation)).toEqual(["a: ann"]);
  });

  it("is never left with a stage it is not in: the last wire out of a split wins, whole", () => {
    const simulation = aCase(
      aProcess({ stages: { one: { entry: "p", steps: { p: { kind: "parallel" }, a: ann } }, two: { entry: "b", steps: { b: ann } } }, wires: [["start", "one"], ["p", "two"], ["p", "a"]] }),
    );

    expect([simulation.state.stage, openAt(simulation)]).toEqual(["two", ["b: ann"]]);
  });

  it.each<{ name: string; steps: { [id: string]: StepDraft }; wires: WireDraft[] }>([
    { name: "in one scope", steps: { a: setting("note", "'x'"), b: { kind: "branch" } }, wires: [["a", "b"], ["b", "a", "default"]] },
    { name: "through a split that opens new scopes", steps: { a: { kind: "parallel" }, b: { kind: "branch" } }, wires: [["a", "b"], ["b", "a", "default"]] },
  ])("that runs in a circle $name is refused to a person", ({ steps, wires }) => {
    const simulation = aCase(
      aProcess({ stages: { first: { moves: { go: { to: "work", trigger: { by: "person" } } } }, work: { entry: "a", steps } }, wires: [["start", "first"], ...wires] }),
    );

    simulation.move("ini", "go");

    expect([refusedWith(simulation), simulation.state.stage, simulation.state.seq]).toEqual([["PROCESS_LOOPS"], "first", 1]);
  });

  it("that runs in a circle from stage to stage is an incident to a machine", () => {
    const simulation = aCase(
      aProcess({
        stages: { first: { entry: "t", steps: { t: timerOf(1) } }, one: { entry: "a", steps: { a: { kind: "branch" } } }, two: { entry: "b", steps: { b: { kind: "branch" } } } },
        wires: [["start", "first"], ["t", "one"], ["a", "two", "default"], ["b", "one", "default"]],
      }),
    );

    simulation.skipTo("2027-01-02T00:00:00.000Z");

    expect([incidentsOf(simulation), standingAt(simulation), simulation.alarmAt]).toEqual([["PROCESS_LOOPS"], ["t"], null]);
  });

  it("bounds the way back by its visits", () => {
    const simulation = running({ a: ann, b: ann }, [["a", "b"], ["b", "a", "*1"]]);
    for (const node of ["a", "b", "a", "b"]) finish(simulation, node);

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([["TOO_MANY_VISITS"], ["b: ann"]]);
  });

  it("takes long automatic stretches in few rounds", () => {
    const steps = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`s${index}`, setting("note", `record.?field${index}.orValue('x')`)]));
    const wires = Array.from({ length: 29 }, (_, index): WireDraft => [`s${index}`, `s${index + 1}`]);

    expect(running(steps, wires).state.status).toBe("ended");
  });

  it("asks for all that beside each other lies at once", () => {
    const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const simulation = running({ p: { kind: "parallel" }, ...Object.fromEntries(names.map((name, index) => [name, taskOf(index % 2 === 0 ? "ann" : "bob", name)])) }, names.map((name): WireDraft => ["p", name]));

    expect(openAt(simulation)).toHaveLength(12);
    expect(simulation.rounds).toBeLessThan(4);
  });

  it("never outgrows its state by what it remembers", () => {
    const simulation = running({ a: ann }, [["a", "a", "*1000"]]);
    for (let done = 0; done < 400; done += 1) finish(simulation, "a");

    expect(openAt(simulation)).toEqual(["a: ann"]);
    expect(JSON.stringify(simulation.state.trail).length).toBeLessThan(16_000);
  });

  it("keeps an answer that is too large out, and asks an admin", () => {
    const simulation = running({ a: { kind: "action", block: "webhook", inputs: {}, outputs: { answer: "answer" } } }, [], { variables: { answer: "text" } });

    simulation.effectDone("a", { answer: "汉".repeat(30_000) });
    expect(incidentsOf(simulation)).toEqual(["STATE_TOO_LARGE"]);
    admin(simulation, { do: "skip", incident: incident(simulation) });

    expect(simulation.state.status).toBe("ended");
  });
});

describe("joins", () => {
  const nested: readonly WireDraft[] = [["p", "q"], ["p", "c"], ["q", "a"], ["q", "b"], ["a", "j"], ["b", "j"], ["c", "j"], ["j", "z"]];

  it.each([
    { name: "waits for the outer path too", done: ["a", "b"], open: ["c: ann"] },
    { name: "goes on once when all have come", done: ["a", "b", "c"], open: ["z: ann"] },
    { name: "in any order", done: ["c", "b", "a"], open: ["z: ann"] },
  ])("one join that closes two splits $name", ({ done, open }) => {
    const simulation = running({ p: { kind: "parallel" }, q: { kind: "parallel" }, a: ann, b: ann, c: ann, j: { kind: "join" }, z: ann }, nested);
    for (const node of done) finish(simulation, node);

    expect(openAt(simulation)).toEqual(open);
  });

  it("inner and outer joins each close their own split, in a loop around both", () => {
    const simulation = running(
      { p: { kind: "parallel" }, q: { kind: "parallel" }, a: ann, b: ann, c: ann, i: { kind: "join" }, o: { kind: "join" }, z: ann },
      [["p", "q"], ["p", "c"], ["q", "a"], ["q", "b"], ["a", "i"], ["b", "i"], ["i", "o"], ["c", "o"], ["o", "z"], ["z", "p", "*3"]],
    );
    for (const node of ["a", "b", "c", "z", "c", "b", "a"]) finish(simulation, node);

    expect(openAt(simulation)).toEqual(["z: ann"]);
    expect(simulation.state.scopes.filter((scope) => scope.kind === "fork")).toEqual([]);
  });

  it("two runs of one block started by a move do not join each other", () => {
    const simulation = aCase(
      aProcess({
        stages: { work: { steps: { p: { kind: "parallel" }, a: ann, b: ann, j: { kind: "join" }, z: ann }, moves: { run: { to: "p", trigger: { by: "message", message: "run" } } } } },
        wires: [["start", "work"], ["p", "a"], ["p", "b"], ["a", "j"], ["b", "j"], ["j", "z"]],
      }),
    );
    tell(simulation, "run", "m1");
    tell(simulation, "run", "m2");
    for (const task of [...simulation.tasks.values()].filter((it) => it.node === "a")) simulation.send({ type: "task", task: task.key, act: { do: "complete", outcome: "done" }, comment: null, form: {} }, { kind: "person", personId: "ann" });

    expect(openAt(simulation)).toEqual(["b: ann", "b: ann"]);
    finish(simulation, "b");
    expect(openAt(simulation)).toEqual(["b: ann", "z: ann"]);
  });
});

describe("moves", () => {
  const moving = (trigger: NonNullable<NonNullable<ProcessDraft["stages"][string]["moves"]>[string]>["trigger"], record = {}) =>
    aCase(aProcess({ stages: { one: { entry: "a", steps: { a: ann, x: ann }, moves: { go: { to: "x", trigger } } }, two: {} }, wires: [["start", "one"]] }), { record });

  it("by condition is taken when it comes true, not because it was, and once at a time", () => {
    const simulation = moving({ by: "condition", condition: { when: "record.?note.orValue('') == 'go'" } }, { note: "go" });
    expect(openAt(simulation)).toEqual(["a: ann"]);

    for (const note of ["", "go", "", "go"]) simulation.change({ note });

    expect(openAt(simulation)).toEqual(["a: ann", "x: ann"]);
  });

  it("by message takes one that came before the stage was entered", () => {
    const simulation = aCase(
      aProcess({ stages: { one: { entry: "a", steps: { a: ann } }, two: { entry: "b", steps: { b: ann }, moves: { paid: { to: "three", trigger: { by: "message", message: "paid" } } } }, three: { final: "done" } }, wires: [["start", "one"], ["a", "two"]] }),
    );
    tell(simulation, "paid");
    finish(simulation, "a");

    expect([simulation.state.status, simulation.state.outcome, simulation.state.variables]).toEqual(["ended", "done", { paid: { id: "m1" } }]);
  });

  it.each([
    { name: "follows its field when that is put off", validUntil: "2027-01-20", stage: "one", alarmAt: "2027-01-20T23:59:59.999Z" },
    { name: "follows its field when that is brought forward", validUntil: "2027-01-05", stage: "two", alarmAt: null },
    { name: "is off when its field is emptied", validUntil: null, stage: "one", alarmAt: null },
  ])("by a date $name", ({ validUntil, stage, alarmAt }) => {
    const simulation = aCase(aProcess({ stages: { one: { moves: { expire: { to: "two", trigger: { by: "timerAt", path: "validUntil" } } } }, two: { moves: { back: { to: "one", trigger: { by: "person" } } } } }, wires: [["start", "one"]] }), { record: { validUntil: "2027-01-10" } });

    simulation.change({ validUntil });
    simulation.skipTo("2027-01-12T00:00:00.000Z");

    expect([simulation.state.stage, simulation.alarmAt]).toEqual([stage, alarmAt]);
  });

  it("by a date that is past when the stage is entered is not taken: no circle", () => {
    const simulation = aCase(aProcess({ stages: { one: { entry: "a", steps: { a: ann }, moves: { expire: { to: "one", trigger: { by: "timerAt", path: "validUntil" } } } } }, wires: [["start", "one"]] }), { record: { validUntil: "2027-01-10" } });

    simulation.skipTo("2027-02-01T00:00:00.000Z");

    expect([simulation.state.seq, simulation.alarmAt]).toEqual([2, null]);
  });

  it("that a stage was left by takes its incidents along", () => {
    const simulation = aCase(
      aProcess({ stages: { one: { moves: { tick: { to: "two", trigger: { by: "timer", after: { amount: 1, unit: "day", calendar: "elapsed" } } }, go: { to: "done", trigger: { by: "person" } } } }, two: { requiredToEnter: ["note"] }, done: { final: "done" } }, wires: [["start", "one"]] }),
    );
    simulation.skipTo("2027-01-03T00:00:00.000Z");
    expect(incidentsOf(simulation)).toEqual(["REQUIRED_FIELD"]);

    simulation.move("ini", "go");

    expect([simulation.state.status, incidentsOf(simulation)]).toEqual(["ended", []]);
  });
});

describe("failing closed", () => {
  it("refuses a person whose guard cannot be evaluated", () => {
    const simulation = aCase(aProcess({ stages: { one: { moves: { go: { to: "two", trigger: { by: "person" }, guard: { condition: { when: "record.total > 5" }, sentence: inBoth } } } }, two: {} }, wires: [["start", "one"]] }));

    simulation.move("ini", "go");

    expect([refusedWith(simulation), simulation.state.stage]).toEqual([["GUARD_BROKEN"], "one"]);
  });

  it.each([
    { name: "a value that is not of its type", record: { total: "many" }, when: "record.total > 5" },
    { name: "an answer that is no truth", record: { total: "6" }, when: "record.total + 1" },
    { name: "not a number", record: { total: "NaN" }, when: "record.total > 5" },
  ])("never throws on $name", ({ record, when }) => {
    const simulation = running({ a: ann, b: guardOf("deny", when) }, [["a", "b"]], { record });

    finish(simulation, "a");

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([["GUARD_BROKEN"], ["a: ann"]]);
  });

  it.each([
    { name: "is there with its fields", record: { customer: "c1", "customer.grade": "A" }, refused: [] },
    { name: "is there without a grade", record: { customer: "c1" }, refused: ["GUARD_BROKEN"] },
    { name: "is not there", record: {}, refused: ["GUARD_CLOSED"] },
  ])("a reference asked with `has` $name", ({ record, refused }) => {
    const simulation = running({ a: ann, b: guardOf("deny", "has(record.customer) && record.customer.grade == 'A'") }, [["a", "b"]], { record });

    finish(simulation, "a");

    expect(refusedWith(simulation)).toEqual(refused);
  });

  it("compares declared decimals as decimals", () => {
    const definition = aProcess({ variables: { amount: "decimal" }, stages: { one: { entry: "b", steps: { b: { kind: "branch" }, y: ann, n: ann } } }, wires: [["start", "one"], ["b", "y", "when vars.amount > 9.99"], ["b", "n", "default"]] });

    expect(openAt(aCase(definition, {}, { amount: "10.00" }))).toEqual(["y: ann"]);
    expect(openAt(aCase(definition, {}, { amount: "9.99" }))).toEqual(["n: ann"]);
  });
});

describe("folding", () => {
  it("gives each step again from what it used", () => {
    const simulation = running({ a: ann, b: approvalOf(["bob", "cat"]), z: ann }, [["a", "b"], ["b", "z"]]);
    finish(simulation, "a");
    simulation.act("bob", "b", { do: "approve" });

    for (const { event, before, answer } of simulation.steps) expect(advance(simulation.plan, before, event, answer.used)).toEqual(answer);
  });
});
