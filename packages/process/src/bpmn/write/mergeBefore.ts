import { grouped } from "../grouped.ts";
import { put, type Drawing } from "./drawing.ts";

/** Sets a gateway of its own before each that both brings together and parts, so that every gateway does one of them. */
export const mergeBefore = (drawing: Drawing): void => {
  const into = grouped(drawing.flows, ({ to }) => to);
  const outOf = grouped(drawing.flows, ({ from }) => from);
  const drawn = Array.from(drawing.shapes.values());
  for (const { id, element, of } of drawn) {
    const arriving = into.get(id) ?? [];
    if (!element.endsWith("Gateway") || arriving.length < 2 || (outOf.get(id)?.length ?? 0) < 2) continue;
    const merge = put(drawing, {
      id: `${id}.merge`,
      element: "exclusiveGateway",
      name: "",
      of,
      settings: null,
      beside: { id, side: "before" },
    });
    for (const flow of arriving) flow.to = merge;
    drawing.flows.push({ id: `${id}.merged`, from: merge, to: id, of, settings: null });
  }
};
