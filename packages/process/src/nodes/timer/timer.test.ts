import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { taskOf, timerOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

const untilReply: StepDraft = { kind: "timer", wait: { until: "field", path: "validUntil" } };

describe("a timer", () => {
  it.each([
    { name: "holds until the instant before its time", timer: timerOf(2), until: "2027-01-02T23:59:59.999Z", open: [] },
    { name: "lets go at its time", timer: timerOf(2), until: "2027-01-03T00:00:00.000Z", open: ["z: ann"] },
    { name: "holds through the day in its field", timer: untilReply, until: "2027-01-20T23:59:59.998Z", open: [] },
    { name: "lets go when that day is over", timer: untilReply, until: "2027-01-20T23:59:59.999Z", open: ["z: ann"] },
  ])("$name", ({ timer, until, open }) => {
    const simulation = running({ a: timer, z: taskOf("ann") }, [["a", "z"]], { record: { validUntil: "2027-01-20" } });

    simulation.skipTo(until);

    expect(openAt(simulation)).toEqual(open);
  });

  it("waits for nothing when its field is empty", () => {
    const simulation = running({ a: untilReply, z: taskOf("ann") }, [["a", "z"]]);

    expect(openAt(simulation)).toEqual(["z: ann"]);
  });
});
