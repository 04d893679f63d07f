import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { type LiveCount, liveOf } from "./live.ts";

const aCount = (node: string, isStage: boolean, open: number, late = 0): LiveCount => ({
  node,
  isStage,
  open,
  late,
  oldestAt: null,
  medianMinutes: null,
  minutesPerDay: 480,
  gone: null,
});

describe("liveOf", () => {
  it("counts a case at a step once, though its stage counts it too", () => {
    const live = liveOf(aQuoteProcess(), [aCount("approval", true, 3, 1), aCount("discount", false, 3, 1)]);
    expect(live).toMatchObject({ running: 3, late: 1, most: 3 });
  });

  it("keeps what stands where this version has nothing", () => {
    const { elsewhere } = liveOf(aQuoteProcess(), [aCount("gone", false, 2), aCount("left", false, 0)]);
    expect(elsewhere.map(({ node }) => node)).toEqual(["gone"]);
  });
});
