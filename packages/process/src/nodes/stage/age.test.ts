import { describe, expect, it } from "vitest";
import { aCase, incidentsOf } from "../../simulate/aCase.ts";
import { aProcess, guardOf, taskOf, type StageDraft } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";
import type { SimulatedWorld } from "../../simulate/world.ts";

const days = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
const day = (number: number): string => `2027-01-${String(number).padStart(2, "0")}T00:00:00.000Z`;
const inside = (one: StageDraft, world: Partial<SimulatedWorld> = {}): Simulation =>
  aCase(
    aProcess({
      stages: {
        one: {
          ageLimit: { after: days(4), warnAfter: days(3) },
          moves: { go: { to: "two", trigger: { by: "person" } } },
          ...one,
        },
        two: {},
      },
      wires: [["start", "one"]],
    }),
    world,
  );
/** Who was told what, and whether the stay was marked late, in order. */
const said = ({ writes }: Simulation): readonly string[] =>
  writes.flatMap((write) =>
    write.write === "notify"
      ? [`${write.subject.en.includes("about to") ? "warned" : "told"} ${write.people.join(",")}`]
      : write.write === "lateStay"
        ? ["late"]
        : [],
  );
const byAdmin = { kind: "person" as const, personId: "admin" };
const intervene = (simulation: Simulation, act: "suspend" | "resume"): void => {
  simulation.send({ type: "intervene", act: { do: act }, reason: "holiday" }, byAdmin);
};

describe("how long a record may be in a stage", () => {
  it("is told before it is over, and once when it is, to the record's owner", () => {
    const simulation = inside({});

    simulation.skipTo("2027-01-03T23:59:59.999Z");
    expect(said(simulation)).toEqual([]);
    simulation.skipTo(day(4));
    expect(said(simulation)).toEqual(["warned ini"]);
    simulation.skipTo(day(5));
    simulation.skipTo(day(25));

    expect([said(simulation), simulation.alarmAt]).toEqual([["warned ini", "late", "told ini"], null]);
  });

  it.each([
    { name: "whoever the stage says", owner: [{ by: "role" as const, role: "bob" }], told: "bob" },
    {
      name: "the record's owner where its rule finds nobody",
      owner: [{ by: "role" as const, role: "none" }],
      told: "ini",
    },
  ])("tells $name", ({ owner, told }) => {
    const simulation = inside({ owner });

    simulation.skipTo(day(5));

    expect(said(simulation)).toEqual([`warned ${told}`, "late", `told ${told}`]);
    expect(simulation.world.ownerId).toBe("ini");
  });

  it("is forgotten when the stage is left, and counts anew when it is entered anew", () => {
    const simulation = inside({
      moves: { again: { to: "one", trigger: { by: "person" } }, go: { to: "two", trigger: { by: "person" } } },
    });
    simulation.skipTo(day(3));

    simulation.move("ini", "again");
    simulation.skipTo("2027-01-05T23:00:00.000Z");
    expect(said(simulation)).toEqual([]);
    simulation.move("ini", "go");
    simulation.skipTo(day(25));

    expect(said(simulation)).toEqual([]);
  });

  it("does not count while the case is suspended", () => {
    const simulation = inside({});
    simulation.skipTo(day(2));
    intervene(simulation, "suspend");
    simulation.skipTo(day(12));

    intervene(simulation, "resume");
    simulation.skipTo(day(13));
    expect(said(simulation)).toEqual([]);
    simulation.skipTo(day(15));

    expect(said(simulation)).toEqual(["warned ini", "late", "told ini"]);
  });

  it("is said once after a downtime: the limit, not the warning", () => {
    const simulation = inside({});
    simulation.at = day(10);

    simulation.send({ type: "alarmRang", dueAt: day(4) }, { kind: "system", name: "clock" });

    expect(said(simulation)).toEqual(["late", "told ini"]);
  });

  it("counts also while a gate holds the record", () => {
    const simulation = inside({
      entry: "g",
      steps: { g: { ...guardOf("hold", "has(record.note)"), holdsRecord: true } as never, z: taskOf("ann") },
    });

    simulation.skipTo(day(5));

    expect(said(simulation)).toEqual(["warned ini", "late", "told ini"]);
  });

  it("is an incident when nobody can say who answers, and is told once that is mended", () => {
    const owner = [{ by: "expression" as const, expression: "record.note" }];
    const simulation = inside({ owner }, { record: { note: "bob" } });
    simulation.change({ note: null });
    simulation.skipTo(day(5));
    expect([said(simulation), incidentsOf(simulation)]).toEqual([[], ["GUARD_BROKEN", "GUARD_BROKEN"]]);

    simulation.change({ note: "cat" });
    for (const { id } of simulation.state.incidents)
      simulation.send({ type: "intervene", act: { do: "retry", incident: id }, reason: "mended" }, byAdmin);

    expect([said(simulation), incidentsOf(simulation)]).toEqual([["late", "told cat"], []]);
  });
});

describe("the stay in a stage", () => {
  it("begins as the stage is entered, with who answers there, and ends as it is left or the case ends", () => {
    const simulation = inside({ owner: [{ by: "role", role: "bob" }] });
    simulation.move("ini", "go");

    const stays = simulation.writes.flatMap((write): readonly string[] =>
      write.write === "openStay"
        ? [`in ${write.node}, for ${write.inStage?.owners.join(",") ?? "none"}`]
        : write.write === "closeStay"
          ? ["left"]
          : [],
    );
    expect([stays, simulation.state.status]).toEqual([["in one, for bob", "left", "in two, for ", "left"], "ended"]);
  });
});
