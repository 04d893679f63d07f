import { xml, type XmlNode } from "../xmlNode.ts";
import type { Drawing } from "./drawing.ts";
import type { Box } from "./places.ts";

const number = (value: number): string => String(Math.round(value * 100) / 100);
const point = (x: number, y: number): XmlNode => xml("di:waypoint", { x: number(x), y: number(y) });

const wayBetween = (from: Box, to: Box, isBorder: boolean): readonly XmlNode[] => {
  const begin = isBorder
    ? ([from.x + from.width / 2, from.y + from.height] as const)
    : ([from.x + from.width, from.y + from.height / 2] as const);
  const end = [to.x, to.y + to.height / 2] as const;
  return isBorder
    ? [
        point(...begin),
        point(begin[0], begin[1] + 20),
        point(end[0] - 20, begin[1] + 20),
        point(end[0] - 20, end[1]),
        point(...end),
      ]
    : [point(...begin), point(...end)];
};

/** The picture: a shape for every element and a line for every flow. */
export const diagramOf = ({ shapes, flows }: Drawing, places: ReadonlyMap<string, Box>, process: string): XmlNode => {
  const drawn = [...shapes.values()].map(({ id, element }) => {
    const { x, y, width, height } = places.get(id) as Box;
    return xml(
      "bpmndi:BPMNShape",
      { id: `${id}.shape`, bpmnElement: id, ...(element === "subProcess" ? { isExpanded: "true" } : {}) },
      [xml("dc:Bounds", { x: number(x), y: number(y), width: number(width), height: number(height) })],
    );
  });
  const lines = flows.map(({ id, from, to }) =>
    xml(
      "bpmndi:BPMNEdge",
      { id: `${id}.line`, bpmnElement: id },
      wayBetween(places.get(from) as Box, places.get(to) as Box, shapes.get(from)?.on !== undefined),
    ),
  );
  const plane = xml("bpmndi:BPMNPlane", { id: "plane.1", bpmnElement: process }, [...drawn, ...lines]);
  return xml("bpmndi:BPMNDiagram", { id: "diagram.1" }, [plane]);
};
