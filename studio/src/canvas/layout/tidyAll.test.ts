import { createRequire } from "node:module";
import type { ELK } from "elkjs/lib/elk-api";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { isStep } from "../model/elements.ts";
import { placeSteps } from "../model/placeSteps.ts";
import { createCanvasStore } from "../store/canvasStore.ts";
import { drawnPlaces } from "../store/drawnPlaces.ts";
import { tidyAll } from "./tidyAll.ts";

const Elk = createRequire(import.meta.url)("elkjs/lib/elk.bundled.js") as new () => ELK;
const quote = aQuoteProcess();
const steps = quote.nodes.filter(isStep);
/** Every step far from where it belongs. */
const scattered = placeSteps(
  steps.map(({ id, stage }, index) => ({ id, stage, position: { x: 900 - index * 7, y: 400 + index * 11 } })),
)(quote).definition;

describe("tidying", () => {
  it.each([
    { name: "every stage", only: undefined },
    { name: "one stage, and no other", only: "sent" },
  ])("lays out $name, as one gesture that is taken back", async ({ only }) => {
    const store = createCanvasStore(scattered);
    const placesOf = (stage: string) => drawnPlaces(store.getState(), stage);
    const stages = [...new Set(steps.map(({ stage }) => stage))];
    const before = new Map(stages.map((stage) => [stage, placesOf(stage)]));

    await tidyAll(store, { engine: new Elk(), ...(only !== undefined && { stage: only }) });

    const moved = stages.filter((stage) => JSON.stringify(placesOf(stage)) !== JSON.stringify(before.get(stage)));
    expect(moved).toEqual(only === undefined ? stages : [only]);
    expect(store.getState().log.past).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().definition).toEqual(scattered);
  });

  it("gives way to what is drawn while it works", async () => {
    const store = createCanvasStore(scattered);
    const tidying = tidyAll(store, { engine: new Elk() });
    store.getState().apply((definition) => ({ definition: { ...definition, name: { en: "Drawn", zh: "已改" } } }));
    await tidying;

    expect(store.getState().log.past).toHaveLength(1);
    expect(store.getState().definition.name.en).toBe("Drawn");
  });
});
