import { describe, expect, it } from "vitest";
import { ann, codesIn, findingsIn, work } from "../simulate/aChecked.ts";
import { taskOf, type WireDraft } from "../simulate/aProcess.ts";

const split = { kind: "parallel" } as const;
const join = { kind: "join" } as const;

describe("checking", () => {
  it("tells errors before warnings", () => {
    const severities = findingsIn(work({ a: ann, b: taskOf("nobody") })).map((finding) => finding.severity);

    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities).size).toBe(2);
  });

  it("proves a split of seventeen paths, and does not claim what it cannot", () => {
    const names = Array.from({ length: 17 }, (_, index) => `s${index}`);
    const steps = { p: split, ...Object.fromEntries(names.map((name) => [name, ann])), j: join, z: ann };
    const wires = names.flatMap((name): WireDraft[] => [
      ["p", name],
      [name, "j"],
    ]);
    const found = codesIn(work(steps, [...wires, ["j", "z"]]));

    expect(found.filter((code) => ["NOT_PROVED", "LACK_OF_SYNCHRONISATION", "DEADLOCK"].includes(code))).toEqual([]);
  });
});
