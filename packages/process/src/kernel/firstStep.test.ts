import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aFirm, incidentsOf, openAt, refusedWith } from "../simulate/aCase.ts";
import { aProcess, approvalOf, setting, taskOf, type StageDraft } from "../simulate/aProcess.ts";
import { Simulation } from "../simulate/simulation.ts";
import { compile } from "./compile.ts";

const inbox = { kind: "system", name: "inbox" } as const;
const person = { kind: "person", personId: "ini" } as const;

/** A case that was born at rest in a stage with a way out. */
const bornAtRest = (work: StageDraft, record: { readonly [path: string]: string } = {}): Simulation => {
  const definition = aProcess({
    kind: "lifeCycle",
    stages: { work: { moves: { go: { to: "over", trigger: { by: "person" } } }, ...work }, over: { final: "done" } },
    wires: [["start", "work"]],
  });
  const simulation = new Simulation(
    compile(definition, recordSchemas),
    { people: aFirm, record, ownerId: "ini", departmentHeads: { sales: "eve" } },
    "2027-01-01T00:00:00.000Z",
    "ini",
  );
  simulation.send({ type: "start", variables: {}, rests: true }, person);
  return simulation;
};
const firstStep = (simulation: Simulation): string => simulation.send({ type: "firstStep" }, inbox).answer;

describe("a case that is born at rest", () => {
  it("stands in its first stage without its first step, and takes that once", () => {
    const simulation = bornAtRest({ entry: "a", steps: { a: taskOf("ann") } });
    expect([simulation.state.stage, openAt(simulation), simulation.state.status]).toEqual(["work", [], "running"]);

    expect(firstStep(simulation)).toBe("advanced");
    expect(openAt(simulation)).toEqual(["a: ann"]);
    expect(firstStep(simulation)).toBe("superseded");
    expect(openAt(simulation)).toEqual(["a: ann"]);
  });

  it("has no step to take where its stage has none", () => {
    const simulation = bornAtRest({});
    expect(simulation.state.stage).toBe("work");
    expect(firstStep(simulation)).toBe("superseded");
  });

  it("is not born where what its first stage demands is missing", () => {
    const simulation = bornAtRest({ requiredToEnter: ["total"] });
    expect([refusedWith(simulation), simulation.state.seq]).toEqual([["REQUIRED_FIELD"], 0]);
  });

  it("does not end in a final stage before its first step is taken", () => {
    const simulation = bornAtRest({ entry: "a", steps: { a: setting("note", "'seen'") }, final: "done", moves: {} });
    expect(simulation.state.status).toBe("running");
    firstStep(simulation);
    expect(simulation.state.status).toBe("ended");
  });

  it("is not led around a gate by a person who is faster than its first step", () => {
    const gate = { ...approvalOf(["ann"]), holdsRecord: true };
    const simulation = bornAtRest({ entry: "a", steps: { a: gate } });
    simulation.move("ini", "go");
    expect(refusedWith(simulation)).toEqual(["RECORD_HELD"]);
    expect(simulation.state.stage).toBe("work");
    firstStep(simulation);
    expect(openAt(simulation)).toEqual(["a: ann"]);
  });

  it("moved on by a person has taken its first step and leaves it behind", () => {
    const simulation = bornAtRest({ entry: "a", steps: { a: taskOf("ann") } });
    simulation.move("ini", "go");
    expect([simulation.state.stage, openAt(simulation)]).toEqual(["over", []]);
    expect(firstStep(simulation)).toBe("superseded");
  });

  it("shows a first step that cannot be taken, which an admin may give up", () => {
    const simulation = bornAtRest({ entry: "a", steps: { a: approvalOf(["nobody"], { onEmpty: { do: "refuse" } }) } });
    firstStep(simulation);
    const [incident] = simulation.state.incidents;
    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([["NOBODY_FOUND"], []]);
    simulation.send(
      { type: "intervene", act: { do: "skip", incident: incident?.id ?? "" }, reason: "enough" },
      { kind: "person", personId: "admin" },
    );
    expect([incidentsOf(simulation), firstStep(simulation)]).toEqual([[], "superseded"]);
  });

  it("takes a first step that a rule of the firm forbade when an admin retries it", () => {
    const simulation = bornAtRest({ entry: "a", steps: { a: taskOf("ann") } });
    simulation.send({ type: "forbidden", happening: { type: "firstStep" }, code: "DUPLICATE", values: {} }, inbox);
    const [incident] = simulation.state.incidents;
    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([["DUPLICATE"], []]);
    simulation.send(
      { type: "intervene", act: { do: "retry", incident: incident?.id ?? "" }, reason: "mended" },
      { kind: "person", personId: "admin" },
    );
    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([[], ["a: ann"]]);
  });

  it("takes its first step though it was suspended meanwhile, as it takes a message", () => {
    const simulation = bornAtRest({ entry: "a", steps: { a: taskOf("ann") } });
    simulation.send(
      { type: "intervene", act: { do: "suspend" }, reason: "wait" },
      { kind: "person", personId: "admin" },
    );
    expect(firstStep(simulation)).toBe("advanced");
  });
});
