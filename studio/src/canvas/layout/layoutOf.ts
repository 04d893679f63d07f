import type { Move, NodeOf, ProcessDefinition, Step } from "@sluice/process";
import { stagesOf } from "../model/elements.ts";
import { bandContentOf } from "./bandContent.ts";
import type { Box } from "./box.ts";
import { gapsOf } from "./gapsOf.ts";
import { measures } from "./measures.ts";
import type { Port } from "./portsOf.ts";
import type { BandRow } from "./rowsOf.ts";
import { sizeOf } from "./sizeOf.ts";
import type { TidyBand } from "./tidiedBand.ts";

/** A band as it is drawn, its steps and their rows included. */
export interface DrawnBand {
  readonly stage: NodeOf<"stage">;
  readonly index: number;
  readonly steps: readonly Step[];
  readonly box: Box;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly rows: readonly BandRow[];
  readonly ports: readonly Port[];
  readonly gapBelow: number;
}

/** Where everything stands, in pixels from the corner of the first band. */
export interface Layout {
  readonly bands: readonly DrawnBand[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly right: number;
  readonly bottom: number;
}

export interface LayoutInput {
  readonly definition: ProcessDefinition;
  /** Results of ELK by stage, newest first. */
  readonly tidied: Readonly<Record<string, readonly TidyBand[]>>;
  readonly label: (move: Move) => string;
}

const shiftedBy = <T extends { readonly y: number }>(box: T, y: number): T => ({ ...box, y: box.y + y });

/** Draws a definition: steps where they were put or ELK put them, bands below each other, all as wide as the widest. */
export const layoutOf = ({ definition, tidied, label }: LayoutInput): Layout => {
  const stages = stagesOf(definition);
  const gaps = gapsOf(definition, stages);
  const boxes = new Map<string, Box>();
  const contents = stages.map((stage) => bandContentOf(definition, stage, tidied[stage.id] ?? [], label));
  const width = Math.max(measures.band.least, ...contents.map((each) => each.right));
  let y = 0;
  const bands = contents.map(({ stage, steps, ports, height, ...content }, index): DrawnBand => {
    const box = { x: 0, y, width, height };
    boxes.set(stage.id, box);
    const inBand = new Map([...content.boxes].map(([id, stepBox]) => [id, shiftedBy(stepBox, box.y)]));
    for (const [id, stepBox] of inBand) boxes.set(id, stepBox);
    const rows = content.rows.map((row) => ({ ...row, top: row.top + box.y, bottom: row.bottom + box.y }));
    const gapBelow = gaps[index] ?? measures.gap;
    y += height + gapBelow;
    return { stage, index, steps, box, boxes: inBand, rows, ports, gapBelow };
  });
  let startX: number = measures.band.left;
  for (const node of definition.nodes) {
    if (node.kind !== "start") continue;
    boxes.set(node.id, {
      ...sizeOf(node),
      x: node.position?.x ?? startX,
      y: node.position?.y ?? -measures.gap - sizeOf(node).height,
    });
    startX += sizeOf(node).width + measures.columnGap;
  }
  return { bands, boxes, right: width, bottom: y };
};
