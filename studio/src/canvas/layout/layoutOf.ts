import type { Move, NodeOf, ProcessDefinition, Step } from "@sluice/process";
import { stagesOf, stepsOf } from "../model/elements.ts";
import type { Box, Point } from "./box.ts";
import { exitsOf, exitX } from "./exits.ts";
import { gapsOf } from "./gapsOf.ts";
import { measures } from "./measures.ts";
import { type Port, portsOf } from "./portsOf.ts";
import { rowPlaces } from "./rowPlaces.ts";
import { isNamedBelow, sizeOf } from "./sizeOf.ts";
import type { TidyBand } from "./tidyBand.ts";

/** A band as it is drawn. `tidy` is the layout its steps stand in, when they do. */
export interface DrawnBand {
  readonly stage: NodeOf<"stage">;
  readonly index: number;
  readonly steps: readonly Step[];
  readonly box: Box;
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

const placesOf = (steps: readonly Step[], tidied: readonly TidyBand[]): Record<string, Point> => {
  const drawn = steps.some((step) => step.position);
  const known = drawn ? {} : (tidied[0]?.places ?? {});
  const rows = rowPlaces(steps, known);
  return Object.fromEntries(
    steps.map((step) => [step.id, step.position ?? known[step.id] ?? rows[step.id] ?? { x: 0, y: 0 }]),
  );
};

interface Content {
  readonly steps: readonly Step[];
  readonly places: Readonly<Record<string, Point>>;
  /** How many labels stand below each other where a step's wires leave the band. */
  readonly labelled: ReadonlyMap<string, number>;
  readonly hasPorts: boolean;
}

const heightOf = ({ steps, places, labelled, hasPorts }: Content): number => {
  const { top, bottom, emptyHeight } = measures.band;
  const { first, next } = measures.exitLabel;
  const floors = steps.map((step) => {
    const y = places[step.id]?.y ?? top;
    const { height } = sizeOf(step);
    const rows = isNamedBelow(step) ? 0 : (labelled.get(step.id) ?? 0);
    const labels = rows === 0 ? 0 : y + height / 2 + first + (rows - 1) * next - 4;
    return Math.max(labels, y + Math.max(height, 56) + (isNamedBelow(step) ? measures.labelBelow : 0));
  });
  const content = steps.length === 0 ? emptyHeight : Math.max(top + measures.row, ...floors) + bottom;
  return Math.round(content + (hasPorts ? measures.portRoom - (steps.length === 0 ? 8 : 0) : 0));
};

/** Draws a definition: steps where they were put or ELK put them, bands below each other, all as wide as the widest. */
export const layoutOf = ({ definition, tidied, label }: LayoutInput): Layout => {
  const stages = stagesOf(definition);
  const gaps = gapsOf(definition, stages);
  const boxes = new Map<string, Box>();
  const raw = stages.map((stage) => {
    const steps = stepsOf(definition, stage.id);
    const places = placesOf(steps, tidied[stage.id] ?? []);
    const inside = new Set(steps.map((step) => step.id));
    const out = definition.edges.filter((edge) => inside.has(edge.from) && !inside.has(edge.to));
    const exits = exitsOf(out);
    const labelled = new Map<string, number>();
    for (const { id, from, on } of out)
      if (on.kind !== "next") labelled.set(from, Math.max(labelled.get(from) ?? 0, (exits.get(id)?.row ?? 0) + 1));
    const widths = new Map(steps.map((step) => [step.id, sizeOf(step).width]));
    const ports = portsOf(
      stage,
      label,
      out.map((edge) =>
        exitX((places[edge.from]?.x ?? 0) + (widths.get(edge.from) ?? 0), exits.get(edge.id)?.way ?? 0),
      ),
    );
    const rights = steps.map(
      (step) =>
        (places[step.id]?.x ?? 0) +
        sizeOf(step).width +
        measures.band.right +
        (labelled.has(step.id) ? measures.exitLabel.width : 0),
    );
    const lastPort = ports.at(-1);
    return {
      stage,
      steps,
      places,
      ports,
      labelled,
      right: Math.max(measures.band.least, lastPort ? lastPort.x + lastPort.width + 20 : 0, ...rights),
    };
  });
  const width = Math.max(measures.band.least, ...raw.map((each) => each.right));
  let y = 0;
  const bands = raw.map(({ stage, steps, places, ports, labelled }, index): DrawnBand => {
    const box = { x: 0, y, width, height: heightOf({ steps, places, labelled, hasPorts: ports.length > 0 }) };
    boxes.set(stage.id, box);
    for (const step of steps) {
      const place = places[step.id] ?? { x: 0, y: 0 };
      boxes.set(step.id, { ...sizeOf(step), x: place.x, y: y + place.y });
    }
    const gapBelow = gaps[index] ?? measures.gap;
    y += box.height + gapBelow;
    return { stage, index, steps, box, ports, gapBelow };
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
