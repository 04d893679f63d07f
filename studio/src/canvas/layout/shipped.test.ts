import { templates } from "@sluice/templates";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { drawn } from "../fixture/drawn.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { placedLabels } from "../view/placedLabels.ts";
import { bottomOf, type Box, rightOf } from "./box.ts";
import { hitsOf } from "./clearOf.ts";
import { fitOf } from "./fitOf.ts";
import { labelBox, standingIn } from "./labelPlaces.ts";
import { isNamedBelow } from "./sizeOf.ts";

const overlaps = (one: Box, other: Box): boolean =>
  one.x < rightOf(other) && other.x < rightOf(one) && one.y < bottomOf(other) && other.y < bottomOf(one);

/** The canvas between palette and inspector in a window of 1440 by 900. */
const desk = { width: 912, height: 848 };

const shipped = [...templates, { ...aQuoteProcess(), key: "the quote of the tests" }];
const inBothLanguages = shipped.flatMap((definition) =>
  (["en", "zh"] as const).map((language) => ({ name: `${definition.key} in ${language}`, definition, language })),
);

describe("a shipped process as it opens", () => {
  it.each(inBothLanguages)("$name: no label covers a step, its name, a port or another label", async (given) => {
    const drawing = await drawn(given.definition, given.language);
    const labels = [...placedLabels(drawing, sayingsIn(given.language))];
    const named = given.definition.edges.filter(({ on, name }) => on.kind !== "next" || name);
    expect(labels.map(([id]) => id)).toEqual(expect.arrayContaining(named.map(({ id }) => id)));

    const names = new Map(
      given.definition.nodes.filter(isNamedBelow).map(({ id, name }) => [id, name[given.language]]),
    );
    const standing = standingIn(drawing.layout, names);
    const boxes = labels.map(([id, label]) => ({ id, box: labelBox(label, label.text) }));
    const covered = boxes.filter(
      ({ id, box }) =>
        standing.some((each) => overlaps(box, each)) ||
        boxes.some((other) => other.id !== id && overlaps(box, other.box)),
    );

    expect(covered).toEqual([]);
  });

  it.each(inBothLanguages)("$name: no wire runs through a step", async (given) => {
    const { definition, layout, routes } = await drawn(given.definition, given.language);
    const steps = definition.nodes.filter(({ kind }) => kind !== "stage" && kind !== "start");
    const moves = definition.nodes.flatMap((node) =>
      node.kind === "stage" ? node.moves.map(({ id, to }) => ({ id, from: node.id, to })) : [],
    );

    const through = [...definition.edges, ...moves].filter(({ id, from, to }) => {
      const others = steps.flatMap((step) =>
        step.id === from || step.id === to ? [] : (layout.boxes.get(step.id) ?? []),
      );
      return hitsOf(routes.get(id)?.points ?? [], others) > 0;
    });

    expect(through.map(({ id }) => id)).toEqual([]);
  });

  it.each(inBothLanguages)("$name: is shown in its whole width at 80 % or more", async (given) => {
    const drawing = await drawn(given.definition, given.language);

    const { x, zoom } = fitOf(drawing, desk);

    expect(zoom).toBeGreaterThanOrEqual(0.8);
    const all = [...drawing.routes.values()].flatMap(({ points }) => points.map((point) => point.x * zoom + x));
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(Math.max(...all, drawing.layout.right * zoom + x)).toBeLessThan(desk.width);
  });
});
