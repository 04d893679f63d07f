import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { isDiamond, type Box, type Places } from "./placesOf.ts";

/** A line of the picture: its corners in order, and what is written on it, where. */
export interface Line {
  readonly id: string;
  readonly points: readonly (readonly [number, number])[];
  readonly label: string;
  readonly labelAt: readonly [number, number];
}

const LANE = 9;
const middle = ({ y, height }: Box): number => y + height / 2;

/** Where a line that comes from outside meets its end: a stage at the height of its title, a step from above. */
const entering = (
  target: Box,
  isStage: boolean,
  side: "left" | "right",
  lane: number,
): readonly (readonly [number, number])[] => {
  if (isStage) {
    const y = target.y + 20;
    return [
      [lane, y],
      [side === "left" ? target.x : target.x + target.width, y],
    ];
  }
  const y = target.y - 10;
  const x = target.x + target.width / 2;
  return [
    [lane, y],
    [x, y],
    [x, target.y],
  ];
};

const inside = (from: Box, to: Box, bottom: number): Line["points"] => {
  const [start, end] = [from.x + from.width, to.x];
  if (end > start + 10) {
    const turn = end - 22;
    return middle(from) === middle(to)
      ? [
          [start, middle(from)],
          [end, middle(to)],
        ]
      : [
          [start, middle(from)],
          [turn, middle(from)],
          [turn, middle(to)],
          [end, middle(to)],
        ];
  }
  return [
    [start, middle(from)],
    [start + 12, middle(from)],
    [start + 12, bottom],
    [end - 14, bottom],
    [end - 14, middle(to)],
    [end, middle(to)],
  ];
};

/**
 * The ways of the lines: wires within a stage from step to step, those to another stage along lanes on the right, moves along
 * lanes on the left.
 */
export const linesOf = (
  definition: ProcessDefinition,
  { boxes, ports, width }: Places,
  label: (edge: ProcessDefinition["edges"][number]) => string,
): readonly Line[] => {
  const kinds = new Map(definition.nodes.map((node) => [node.id, node]));
  const stageOf = (id: string): string | null => {
    const node = kinds.get(id);
    return node && "stage" in node ? node.stage : (node?.id ?? null);
  };
  const lanes = new Map<string, number>();
  /** What goes to the same place goes by the same lane. */
  const laneTo = (side: "left" | "right", to: string): number => {
    const taken = [...lanes.keys()].filter((key) => key.startsWith(side)).length;
    const lane = lanes.get(`${side} ${to}`) ?? (side === "right" ? width + 14 + taken * LANE : -14 - taken * LANE);
    lanes.set(`${side} ${to}`, lane);
    return lane;
  };
  const beside = new Map<string, string[]>();
  const wires = definition.edges.flatMap((edge): readonly Line[] => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    const band = boxes.get(stageOf(edge.from) ?? "");
    if (!from || !to || !band) return [];
    const isStage = kinds.get(edge.to)?.kind === "stage";
    if (kinds.get(edge.from)?.kind === "start") {
      const x = from.x + from.width / 2;
      return [
        {
          id: `wire-${edge.id}`,
          points: [
            [x, from.y + from.height],
            [x, to.y],
          ],
          label: "",
          labelAt: [x, to.y],
        },
      ];
    }
    if (stageOf(edge.from) === stageOf(edge.to) && !isStage)
      return [
        {
          id: `wire-${edge.id}`,
          points: inside(from, to, band.y + band.height - 10),
          label: label(edge),
          labelAt: [from.x + from.width + 6, middle(from) - 5],
        },
      ];
    const lane = laneTo("right", edge.to);
    const others = beside.get(edge.from) ?? [];
    const row = others.includes(edge.to) ? others.indexOf(edge.to) : others.push(edge.to) - 1;
    beside.set(edge.from, others);
    const isFirst = definition.edges.find((it) => it.from === edge.from && it.to === edge.to) === edge;
    const together = definition.edges.filter((it) => it.from === edge.from && it.to === edge.to).map(label);
    const below = from.y + from.height + (isDiamond(kinds.get(edge.from) as never) ? 26 : 22) + row * 14;
    const x = from.x + from.width + 8 + row * 6;
    return [
      {
        id: `wire-${edge.id}`,
        points: [
          [from.x + from.width, middle(from)],
          [x, middle(from)],
          [x, below],
          [lane, below],
          ...entering(to, isStage, "right", lane),
        ],
        label: isFirst ? together.filter((it) => it !== "").join(", ") : "",
        labelAt: [x + 6, below - 4],
      },
    ];
  });
  const moves = ports.flatMap(({ move, x, y, width: wide, height }): readonly Line[] => {
    const to = boxes.get(move.to);
    if (!to) return [];
    const lane = laneTo("left", move.to);
    const [from, down] = [x + wide / 2, y + height + 6];
    return [
      {
        id: `way-${move.id}`,
        points: [
          [from, y + height],
          [from, down],
          [lane, down],
          ...entering(to, kinds.get(move.to)?.kind === "stage", "left", lane),
        ],
        label: "",
        labelAt: [from, down],
      },
    ];
  });
  return [...wires, ...moves];
};
