import { describe, expect, it } from "vitest";
import { aCase, finish, openAt, refusedWith } from "../simulate/aCase.ts";
import { aProcess, guardOf, taskOf } from "../simulate/aProcess.ts";
import { running } from "../simulate/running.ts";

const ann = taskOf("ann");
const inBoth = { en: "it", zh: "它" };

describe("failing closed", () => {
  it("refuses a person whose guard cannot be evaluated", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: {
            moves: {
              go: {
                to: "two",
                trigger: { by: "person" },
                guard: { condition: { when: "record.total > 5" }, sentence: inBoth },
              },
            },
          },
          two: {},
        },
        wires: [["start", "one"]],
      }),
    );

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
    const simulation = running(
      { a: ann, b: guardOf("deny", "has(record.customer) && record.customer.grade == 'A'") },
      [["a", "b"]],
      { record },
    );

    finish(simulation, "a");

    expect(refusedWith(simulation)).toEqual(refused);
  });

  it("compares declared decimals as decimals", () => {
    const definition = aProcess({
      variables: { amount: "decimal" },
      stages: { one: { entry: "b", steps: { b: { kind: "branch" }, y: ann, n: ann } } },
      wires: [
        ["start", "one"],
        ["b", "y", "when vars.amount > 9.99"],
        ["b", "n", "default"],
      ],
    });

    expect(openAt(aCase(definition, {}, { amount: "10.00" }))).toEqual(["y: ann"]);
    expect(openAt(aCase(definition, {}, { amount: "9.99" }))).toEqual(["n: ann"]);
  });
});
