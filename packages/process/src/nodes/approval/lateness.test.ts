import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { anApproval, cameTo, say, type Settings } from "../../simulate/anApproval.ts";

const approve = "approve" as const;

describe("lateness", () => {
  const after = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
  const late = (
    ladder: NonNullable<Settings["sla"]>["ladder"],
    mode: NonNullable<Settings["mode"]> = { by: "all" },
    who = ["ann"],
  ) => anApproval(who, { mode, sla: { due: after(1), ladder: ladder ?? [] } });

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
    const simulation = late([
      { after: after(1), action: { do: "remind" } },
      { after: after(2), action: { do: "remind" } },
      { after: after(3), action: { do: "manager", level: 1 } },
    ]);
    simulation.at = "2027-01-20T00:00:00.000Z";
    simulation.send({ type: "alarmRang", dueAt: "2027-01-02T00:00:00.000Z" }, { kind: "system", name: "clock" });

    expect([simulation.writes.filter((write) => write.write === "notify"), openAt(simulation)]).toEqual([
      [],
      ["a: ann", "a: bob"],
    ]);
  });
});
