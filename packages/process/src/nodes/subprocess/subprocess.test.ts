import { describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/event.ts";
import { aCase, finish, openAt } from "../../simulate/aCase.ts";
import { aProcess, taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";
import { Simulation } from "../../simulate/simulation.ts";

const inbox: Actor = { kind: "system", name: "inbox" };
const children = (simulation: Simulation): string[] =>
  simulation.writes.flatMap((it) => (it.write === "openChild" ? [it.key] : []));
const end = (simulation: Simulation, index: number, outcome: string) =>
  simulation.send({ type: "childEnded", childKey: children(simulation)[index] ?? "none", outcome }, inbox);

describe("a sub-process", () => {
  it.each([
    { name: "leaves by the outcome of its child", outcome: "won", open: ["y: ann"] },
    { name: "leaves by its plain wire for any other", outcome: "lost", open: ["z: bob"] },
  ])("$name", ({ outcome, open }) => {
    const simulation = running({ a: { kind: "subprocess", process: "other" }, y: taskOf("ann"), z: taskOf("bob") }, [
      ["a", "y", "outcome won"],
      ["a", "z"],
    ]);
    expect(openAt(simulation)).toEqual([]);

    end(simulation, 0, outcome);

    expect(openAt(simulation)).toEqual(open);
  });

  it("that nobody waits for goes on at once", () => {
    const simulation = running({ a: { kind: "subprocess", process: "other", wait: false }, z: taskOf("bob") }, [
      ["a", "z"],
    ]);

    expect([children(simulation).length, openAt(simulation)]).toEqual([1, ["z: bob"]]);
  });
});

describe("what a sub-process is handed and brings back", () => {
  type Values = { readonly [key: string]: string | null };
  const opened = (node: object, variables: Values) =>
    aCase(
      aProcess({
        variables: { here: "text", kept: "text", all: "list" },
        stages: {
          work: { entry: "a", steps: { a: { kind: "subprocess", process: "other", ...node }, z: taskOf("bob") } },
        },
        wires: [
          ["start", "work"],
          ["a", "z"],
        ],
      }),
      { processes: { other: 1 } },
      variables,
    );
  const ended = (simulation: Simulation, index: number, brings?: Values) =>
    simulation.send(
      {
        type: "childEnded",
        childKey: children(simulation)[index] ?? "none",
        outcome: "done",
        ...(brings && { brings }),
      },
      inbox,
    );

  it.each([
    { name: "a variable that is set", variables: { here: "x" }, handed: { there: "x" } },
    { name: "one that is set to nothing", variables: { here: null }, handed: { there: null } },
    { name: "none that is not set", variables: { kept: "x" }, handed: undefined },
  ])("begins with $name", ({ variables, handed }) => {
    const simulation = opened({ handOver: { there: "here" }, bringBack: { kept: "found" } }, variables);

    const [write] = simulation.writes.filter((it) => it.write === "openChild");
    expect(write?.handOver).toEqual(handed);
    expect(write?.wanted).toEqual(["found"]);
  });

  it.each([
    { name: "what is set there is set here", brings: { found: "y" }, kept: "y" },
    { name: "what is set to nothing there is nothing here", brings: { found: null }, kept: null },
    { name: "what is not set there leaves what is here", brings: {}, kept: "x" },
    { name: "an older child, that brings nothing, leaves what is here", brings: undefined, kept: "x" },
    { name: "what nobody wanted is not taken", brings: { here: "y" }, kept: "x" },
  ])("brings back: $name", ({ brings, kept }) => {
    const simulation = opened({ bringBack: { kept: "found" } }, { kept: "x" });

    ended(simulation, 0, brings);

    expect(simulation.state.variables).toEqual({ kept });
    expect(openAt(simulation)).toEqual(["z: bob"]);
  });

  it("over a list brings back lists, in the list's order whatever ends first", () => {
    const simulation = opened({ each: "['p', 'q', 'r']", bringBack: { all: "found" } }, {});
    ended(simulation, 2, { found: "last" });
    ended(simulation, 0, { found: "first" });
    ended(simulation, 1, {});

    expect(simulation.state.variables).toEqual({ all: ["first", null, "last"] });
  });

  it("that nobody waits for is asked for nothing, and changes nothing", () => {
    const simulation = opened({ wait: false, bringBack: { kept: "found" } }, { kept: "x" });

    expect(simulation.writes.find((it) => it.write === "openChild")).not.toHaveProperty("wanted");
    expect(simulation.state.variables).toEqual({ kept: "x" });
  });

  it("gives, at its own end, those of the wanted variables that are set", () => {
    const { plan, world } = aCase(
      aProcess({
        variables: { found: "text", other: "text" },
        stages: { work: { entry: "a", steps: { a: taskOf("ann") } } },
        wires: [["start", "work"]],
      }),
    );
    const begun = new Simulation(plan, world, "2027-01-01T00:00:00.000Z", "ini");
    begun.send({ type: "start", variables: { found: "y", other: "z" }, wanted: ["found", "missing"] }, inbox);
    finish(begun, "a");

    expect(begun.writes.find((it) => it.write === "endCase")).toEqual({
      write: "endCase",
      outcome: "done",
      brings: { found: "y" },
    });
  });
});
