import { describe, expect, it } from "vitest";
import { labelPoint, roundedPath } from "./roundedPath.ts";
import { routeSteps } from "./routeSteps.ts";

describe("a rounded path", () => {
  it.each([
    {
      name: "is straight between two points",
      points: [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      path: "M0,0L10,0",
    },
    {
      name: "rounds a corner by the radius",
      points: [
        { x: 0, y: 0 },
        { x: 40, y: 0 },
        { x: 40, y: 40 },
      ],
      path: "M0,0L31,0Q40,0 40,9L40,40",
    },
    {
      name: "rounds less where there is less room",
      points: [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 4, y: 40 },
      ],
      path: "M0,0L2,0Q4,0 4,2L4,40",
    },
    {
      name: "counts a point twice in a row once",
      points: [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ],
      path: "M0,0L10,0",
    },
    { name: "is empty without points", points: [], path: "" },
  ])("$name", ({ points, path }) => {
    expect(roundedPath(points, 9)).toBe(path);
  });
  it("has its label on the longest level stretch", () => {
    expect(
      labelPoint([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 90 },
        { x: 80, y: 90 },
      ]),
    ).toEqual({ x: 45, y: 90 });
  });
});

describe("a wire between steps", () => {
  const from = { x: 0, y: 0, width: 100, height: 40 };
  it.each([
    { name: "is straight on one line", to: { x: 150, y: 0, width: 100, height: 40 }, bends: 0 },
    { name: "bends once in the gap", to: { x: 150, y: 80, width: 100, height: 40 }, bends: 2 },
    { name: "goes back below everything", to: { x: -150, y: 0, width: 100, height: 40 }, bends: 4 },
  ])("$name", ({ to, bends }) => {
    const points = routeSteps(from, to, { floor: 200 });
    expect(points).toHaveLength(bends + 2);
    expect(Math.max(...points.map((point) => point.y))).toBe(bends === 4 ? 200 : bends === 2 ? 100 : 20);
  });
});
