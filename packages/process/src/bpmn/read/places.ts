import { childIn, childrenIn, textIn, type Element } from "./element.ts";

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Where the diagram draws each element, by its id. */
export const drawnAt = (definitions: Element): ReadonlyMap<string, Corner> => {
  const corners = new Map<string, Corner>();
  for (const diagram of childrenIn(definitions, "diagrams")) {
    const plane = childIn(diagram, "plane");
    for (const shape of plane ? childrenIn(plane, "planeElement") : []) {
      const bounds = childIn(shape, "bounds");
      const x = bounds?.["x"];
      const y = bounds?.["y"];
      const id = textIn(childIn(shape, "bpmnElement"), "id");
      if (typeof x === "number" && typeof y === "number" && Number.isFinite(x) && Number.isFinite(y))
        corners.set(id, { x, y });
    }
  }
  return corners;
};

/** Where a step lies in its band now: as it was, moved by as much as somebody has moved it in another tool. */
export const placeNow = (written: string, before: Corner | undefined, now: Corner | undefined): Corner | undefined => {
  if (!now) return before;
  const [x, y] = written.split(" ").map(Number);
  if (x === undefined || y === undefined || Number.isNaN(x + y)) return before;
  const by = { x: Math.round(now.x) - x, y: Math.round(now.y) - y };
  if (by.x === 0 && by.y === 0) return before;
  const from = before ?? { x: x - 130, y: y - 60 };
  return { x: from.x + by.x, y: from.y + by.y };
};
