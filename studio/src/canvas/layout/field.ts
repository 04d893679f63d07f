import type { NodeOf } from "@sluice/process";
import { type BandField, channelY, othersThan, rowOf } from "./bandField.ts";
import { bottomOf, middleOf, type Point, rightOf } from "./box.ts";
import { fallsClear } from "./clearOf.ts";
import type { DrawnBand, Layout } from "./layoutOf.ts";
import { measures } from "./measures.ts";

/** What the wires between bands run through: the gaps below bands with their tracks, and the lanes beside them. */
export interface Field {
  readonly layout: Layout;
  readonly bandOf: ReadonlyMap<string, DrawnBand>;
  readonly fields: ReadonlyMap<string, BandField>;
  readonly tracks: readonly (readonly string[])[];
  readonly lanes: { readonly left: readonly string[]; readonly right: readonly string[] };
}

const half = measures.columnGap / 2;
/** Inside a band, left of its steps. */
const INNER_RAIL = 16;

/** The height of a target's track in the gap under a band (above the first band: index -1). */
const trackY = ({ layout, tracks }: Field, index: number, target: string): number => {
  const band = layout.bands[index];
  if (!band) return -measures.gap / 2;
  const under = tracks[index] ?? [];
  const at = under.indexOf(target);
  const fromBelow = at < 0 ? 0 : under.length - 1 - at;
  return bottomOf(band.box) + band.gapBelow - measures.gap / 2 - fromBelow * measures.track;
};

/** Where wires enter a stage: on its left border at the height of the entry step, on the right border at its title. */
export const stageDoor = (layout: Layout, stage: NodeOf<"stage">, side: "left" | "right"): Point => {
  const box = layout.boxes.get(stage.id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const entry = stage.entry === undefined ? undefined : layout.boxes.get(stage.entry);
  const y = side === "left" && entry ? middleOf(entry).y : box.y + 22;
  return { x: side === "left" ? box.x : rightOf(box), y };
};

/** From a height outside of a step's rows to the step: straight, or by the band's left and the gap beside its row. */
export const intoStep = (field: BandField, target: string, fromY: number): Point[] => {
  const box = field.band.boxes.get(target);
  if (!box) return [];
  const end = { x: box.x, y: middleOf(box).y };
  const x = end.x - half - 1;
  if (fallsClear({ x, y: Math.min(fromY, end.y) }, Math.max(fromY, end.y), othersThan(field, target)))
    return [{ x, y: fromY }, { x, y: end.y }, end];
  const row = rowOf(field, target);
  const beside = channelY(field, fromY < end.y ? row - 1 : row, target);
  return [{ x: INNER_RAIL, y: fromY }, { x: INNER_RAIL, y: beside }, { x, y: beside }, { x, y: end.y }, end];
};

/**
 * From a point of a band, through the gaps and lanes, to a stage's border or a step of another band. `leavesAt` is the height at
 * which it runs to the lane, when that is not in the gap below.
 */
export const approach = (field: Field, at: Point, fromIndex: number, target: string, leavesAt?: number): Point[] => {
  const { layout, bandOf, fields, lanes } = field;
  const band = bandOf.get(target);
  if (!band) return [];
  const goesUp = band.index <= fromIndex;
  const isNext = band.index === fromIndex + 1;
  const side = goesUp ? "right" : "left";
  const under = trackY(field, fromIndex, target);
  const out = leavesAt ?? under;
  const laneAt = Math.max(0, lanes[side].indexOf(target));
  const lane = goesUp
    ? layout.right + measures.laneLeft + laneAt * measures.lane
    : -measures.laneLeft - (isNext ? 0 : (laneAt + 1) * measures.lane);
  if (band.stage.id === target) {
    const door = stageDoor(layout, band.stage, side);
    return [{ x: at.x, y: out }, { x: lane, y: out }, { x: lane, y: door.y }, door];
  }
  const inner = fields.get(band.stage.id);
  if (!inner) return [];
  const above = trackY(field, band.index - 1, target);
  if (!isNext)
    return [{ x: at.x, y: out }, { x: lane, y: out }, { x: lane, y: above }, ...intoStep(inner, target, above)];
  const rail =
    leavesAt === undefined
      ? []
      : [
          { x: INNER_RAIL, y: out },
          { x: INNER_RAIL, y: under },
        ];
  return [{ x: at.x, y: out }, ...rail, ...intoStep(inner, target, under)];
};

/** The side on which wires to a target leave a band. */
export const goesRight = (bandOf: ReadonlyMap<string, DrawnBand>, from: DrawnBand, target: string): boolean => {
  const band = bandOf.get(target);
  return band !== undefined && (band.stage.id === target ? band.index <= from.index : band.index < from.index);
};
