import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { findNode, isStep } from "../model/elements.ts";
import { folded } from "./folded.ts";
import { layoutOf } from "./layoutOf.ts";
import { routesOf } from "./routesOf.ts";

const quote = aQuoteProcess();
const wires = (...stages: readonly string[]) =>
  folded(quote, new Set(stages)).edges.map(({ from, to }) => `${from}>${to}`);

describe("collapsed stages", () => {
  it("change nothing when there are none", () => {
    expect(folded(quote, new Set())).toBe(quote);
  });

  it("leave their steps out; wires end at the stage, one for each pair", () => {
    const drawn = folded(quote, new Set(["approval"]));

    expect(drawn.nodes.some((node) => isStep(node) && node.stage === "approval")).toBe(false);
    expect(wires("approval").filter((wire) => wire.startsWith("approval"))).toEqual([
      "approval>ready",
      "approval>draft",
    ]);
    expect(wires("approval")).toContain("costed>approval");
    expect(drawn.edges.filter(({ from }) => from === "approval").every(({ name }) => name === undefined)).toBe(true);
    expect(findNode(drawn, "approval")).not.toHaveProperty("entry");
    expect(findNode(drawn, "sent")).toBe(findNode(quote, "sent"));
  });

  it("take the moves to their steps as well", () => {
    const drawn = folded(quote, new Set(["draft"]));

    expect(findNode(drawn, "draft")).toMatchObject({ moves: [{ id: "submit", to: "draft" }, { id: "dropDraft" }] });
  });

  it("are lower, and every wire that is left has a route", () => {
    const layout = (definition: typeof quote) => layoutOf({ definition, tidied: {}, label: ({ name }) => name.en });
    const [before, drawn] = [layout(quote), folded(quote, new Set(["approval", "sent"]))];
    const after = layout(drawn);
    const routes = routesOf(drawn, after, {});

    expect(after.bottom).toBeLessThan(before.bottom);
    expect(drawn.edges.filter(({ id }) => (routes.get(id)?.points.length ?? 0) < 2)).toEqual([]);
  });
});
