import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Exact } from "../expression/decimal.ts";
import { unaryTest } from "../nodes/branch/unaryTest.ts";
import { fieldSamples } from "./fieldSamples.ts";

const samplesOf = fieldSamples(recordSchemas, "quote");
const asked = (tests: readonly string[], isWatched = false) => ({
  tests: new Set(tests),
  mayBeMissing: false,
  isWatched,
});

describe("the values that stand for all", () => {
  it.each<{
    readonly name: string;
    readonly path: string;
    readonly tests: readonly string[];
    readonly samples: readonly string[];
  }>([
    { name: "one of each side of a limit", path: "total", tests: ["> 500000"], samples: ["0", "700000"] },
    {
      name: "the limit where it is a side of its own",
      path: "total",
      tests: ["> 100", "< 100"],
      samples: ["0", "200", "100"],
    },
    {
      name: "shares within the whole",
      path: "effectiveDiscount",
      tests: ["> 0.15", "> 0.25"],
      samples: ["0", "0.2", "0.6"],
    },
    { name: "a share past the whole where a limit is the whole", path: "margin", tests: ["> 1"], samples: ["0", "2"] },
    { name: "less than nothing only where nothing is a limit", path: "total", tests: ["< 0"], samples: ["-10", "0"] },
    { name: "between narrow limits", path: "total", tests: [">= 100", "> 100.5"], samples: ["0", "100", "150"] },
    { name: "a plain one where nothing is asked", path: "total", tests: [], samples: ["1000"] },
  ])("are natural: $name", ({ path, tests, samples }) => {
    expect(new Set(samplesOf(path, asked(tests)))).toEqual(new Set(samples));
  });

  it("are two of each kind where a change matters that nothing tells apart", () => {
    const samples = samplesOf("total", asked(["> 100"], true)) as readonly string[];
    expect(samples.filter((it) => new Exact(it).gt(100))).toHaveLength(2);
    expect(samples.filter((it) => new Exact(it).lte(100))).toHaveLength(2);
    expect(samplesOf("total", asked([], true))).toHaveLength(2);
  });

  it("leave out no number: whatever the tests, one of them answers as it does", () => {
    const amount = fc.integer({ min: -300, max: 300 }).map((it) => new Exact(it).div(20).toFixed());
    const test = fc
      .tuple(fc.constantFrom("<", "<=", ">", ">=", "=", "!="), amount)
      .map(([sign, operand]) => `${sign} ${operand}`);
    fc.assert(
      fc.property(fc.array(test, { minLength: 1, maxLength: 5 }), amount, fc.boolean(), (tests, value, isShare) => {
        const judges = tests.map(unaryTest);
        const kindOf = (it: string) => judges.map((judge) => judge(it)).join();
        const samples = samplesOf(isShare ? "margin" : "total", asked(tests)) as readonly string[];
        expect(samples.map(kindOf)).toContain(kindOf(value));
        expect(new Set(samples.map(kindOf)).size).toBe(samples.length);
      }),
    );
  });
});
