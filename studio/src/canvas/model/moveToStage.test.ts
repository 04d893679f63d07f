import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { measures } from "../layout/measures.ts";
import { sizeOfKind } from "../layout/sizeOf.ts";
import { findNode } from "./elements.ts";
import { moveToStage } from "./moveToStage.ts";

const quote = aQuoteProcess();
const drawn = { mail: { x: 46, y: 42 }, call: { x: 300, y: 42 } };

describe("taking a step into another stage", () => {
  it("puts it right of all that stands there, and leaves its wires as they are", () => {
    const { definition, select } = moveToStage("write", "sent", drawn)(quote);

    expect(findNode(definition, "write")).toMatchObject({
      stage: "sent",
      position: { x: 300 + sizeOfKind("task").width + measures.columnGap, y: measures.band.top },
    });
    expect(definition.edges).toBe(quote.edges);
    expect(select).toEqual(["write"]);
  });

  it("begins an empty stage at its left", () => {
    const { definition } = moveToStage("write", "ready", {})(quote);

    expect(findNode(definition, "write")).toMatchObject({ stage: "ready", position: { x: measures.band.left } });
  });

  it.each([
    { name: "into its own", id: "write", stage: "draft" },
    { name: "into what is no stage", id: "write", stage: "mail" },
    { name: "of a stage", id: "draft", stage: "sent" },
  ])("changes nothing $name", ({ id, stage }) => {
    expect(moveToStage(id, stage, drawn)(quote).definition).toBe(quote);
  });
});
