import { createRequire } from "node:module";
import type { ELK } from "elkjs/lib/elk-api";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { stagesOf } from "../model/elements.ts";
import { placeSteps } from "../model/placeSteps.ts";
import { bandShapeOf } from "./bandShape.ts";
import { layoutOf } from "./layoutOf.ts";
import { routesOf } from "./routesOf.ts";
import type { TidyBand } from "./tidiedBand.ts";
import { tidyBand } from "./tidyBand.ts";

const Elk = createRequire(import.meta.url)("elkjs/lib/elk.bundled.js") as new () => ELK;
const quote = aQuoteProcess();
const label = (move: { name: { en: string } }) => move.name.en;

const tidyAll = async (definition = quote): Promise<Record<string, readonly TidyBand[]>> =>
  Object.fromEntries(
    await Promise.all(
      stagesOf(definition).map(
        async ({ id }) => [id, [await tidyBand(new Elk(), bandShapeOf(definition, id))]] as const,
      ),
    ),
  );

describe("the layout", () => {
  it("keeps steps inside their band, apart from each other, and bands below each other", async () => {
    const { bands, boxes } = layoutOf({ definition: quote, tidied: await tidyAll(), label });
    bands.forEach(({ box, steps }, index) => {
      const above = bands[index - 1]?.box;
      expect(box.y).toBeGreaterThan(above ? above.y + above.height : -1);
      const inside = steps.map((step) => boxes.get(step.id));
      inside.forEach((step, at) => {
        expect(
          step &&
            step.x >= box.x &&
            step.y >= box.y &&
            step.x + step.width <= box.x + box.width &&
            step.y + step.height <= box.y + box.height,
        ).toBe(true);
        for (const other of inside.slice(at + 1)) {
          const apart =
            step &&
            other &&
            (step.x + step.width <= other.x ||
              other.x + other.width <= step.x ||
              step.y + step.height <= other.y ||
              other.y + other.height <= step.y);
          expect(apart).toBe(true);
        }
      });
    });
  });

  it("gives every wire and move a route that runs level and upright only and ends at its target", async () => {
    const tidied = await tidyAll();
    const layout = layoutOf({ definition: quote, tidied, label });
    const routes = routesOf(quote, layout, tidied);
    const moves = stagesOf(quote).flatMap((stage) => stage.moves);
    expect(routes.size).toBe(quote.edges.length + moves.length);
    for (const [id, { points }] of routes) {
      expect(points.length, id).toBeGreaterThan(1);
      points.slice(1).forEach((point, index) => {
        const before = points[index];
        expect(before && (Math.abs(before.x - point.x) < 1 || Math.abs(before.y - point.y) < 1), id).toBe(true);
      });
    }
    for (const edge of quote.edges) {
      const to = layout.boxes.get(edge.to);
      const end = routes.get(edge.id)?.points.at(-1);
      expect(end && to && [to.x, to.x + to.width, end.y === to.y ? end.x : to.x].includes(end.x), edge.id).toBe(true);
    }
  });

  it("moves nothing when one step is put elsewhere", async () => {
    const tidied = await tidyAll();
    const before = layoutOf({ definition: quote, tidied, label });
    const mail = quote.nodes.filter((node) => "stage" in node && node.stage === "sent");
    const places = mail.map((step) => ({
      id: step.id,
      stage: "sent",
      position: { ...tidied["sent"]?.[0]?.places[step.id], x: 46, y: 44 },
    }));
    const { definition } = placeSteps(places.slice(0, 1))(quote);
    const after = layoutOf({ definition, tidied, label });
    expect(after.boxes.get("discount")).toEqual(before.boxes.get("discount"));
  });

  it("lays the same band out the same way twice", async () => {
    const shape = bandShapeOf(quote, "approval");
    expect(await tidyBand(new Elk(), shape)).toEqual(await tidyBand(new Elk(), shape));
  });
});
