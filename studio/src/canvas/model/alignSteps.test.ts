import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { sizeOfKind } from "../layout/sizeOf.ts";
import { type Alignment, alignSteps } from "./alignSteps.ts";

const drawn = {
  manager: { x: 100, y: 60 },
  managerAndFinance: { x: 180, y: 200 },
  discount: { x: 40, y: 90 },
};
const after = (how: Alignment, ids: readonly string[] = ["manager", "managerAndFinance", "discount"]) => {
  const { definition } = alignSteps(ids, how, () => drawn)(aQuoteProcess());
  return Object.fromEntries(
    definition.nodes.flatMap((node) => (node.position ? [[node.id, [node.position.x, node.position.y]]] : [])),
  );
};

describe("lining steps up", () => {
  it.each([
    { how: "left" as const, is: { manager: [40, 60], managerAndFinance: [40, 200], discount: [40, 90] } },
    { how: "top" as const, is: { manager: [100, 60], managerAndFinance: [180, 60], discount: [40, 60] } },
  ])("$how", ({ how, is }) => {
    expect(after(how)).toEqual(is);
  });

  it("keeps sizes in mind: right edges, middles and lower edges meet", () => {
    const { manager, discount } = after("right");
    const middle = after("middle");

    expect((manager?.[0] ?? 0) + sizeOfKind("approval").width).toBe((discount?.[0] ?? 0) + sizeOfKind("branch").width);
    expect((middle["manager"]?.[1] ?? 0) - (middle["managerAndFinance"]?.[1] ?? 1)).toBe(0);
  });

  it("spreads three evenly, the outer two stay; two are left alone", () => {
    const rows = after("rows");
    const [first, second, third] = [60, rows["discount"]?.[1] ?? 0, 200];

    expect(rows).toEqual({ discount: [40, second] });
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(third);
    expect(after("columns", ["manager", "discount"])).toEqual({});
  });

  it("changes nothing for one step or for stages", () => {
    expect(after("left", ["manager"])).toEqual({});
    expect(after("left", ["draft", "ready"])).toEqual({});
  });
});
