import type { Edge, ProcessDefinition } from "@sluice/process";
import { bottomOf, type Box } from "./box.ts";
import type { DrawnBand } from "./layoutOf.ts";
import { measures } from "./measures.ts";
import { nameBelow } from "./sizeOf.ts";

/** A band as wires see it: what stands in their way, and the tracks between its rows. */
export interface BandField {
  readonly band: DrawnBand;
  /** Steps with their names, by id. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Below each row: the targets whose wires run there, from above. */
  readonly tracks: readonly (readonly string[])[];
}

/** The row that a step of the band stands in. */
export const rowOf = ({ band }: Pick<BandField, "band">, id: string): number =>
  band.rows.findIndex(({ ids }) => ids.has(id));

/**
 * The targets under one row: those that lie to the left from above, the further left they come from the higher, a
 * row below last; then those to the right. So no two of them cross where they turn.
 */
const tracksUnder = (band: DrawnBand, row: number, edges: readonly Edge[], goesRight: (to: string) => boolean) => {
  const ids = band.rows[row]?.ids ?? new Set<string>();
  const from = (to: string): number =>
    Math.max(...edges.filter((edge) => edge.to === to).map((edge) => band.boxes.get(edge.from)?.x ?? 0)) +
    (band.boxes.has(to) ? 1 : 0);
  const targets = [...new Set(edges.filter((edge) => ids.has(edge.from) && !ids.has(edge.to)).map(({ to }) => to))];
  return targets.sort((one, other) =>
    goesRight(one) === goesRight(other)
      ? (from(one) - from(other)) * (goesRight(one) ? -1 : 1)
      : goesRight(one)
        ? 1
        : -1,
  );
};

/** What wires meet in one band. `goesRight` tells the targets whose wires leave the band on its right. */
export const bandFieldOf = (
  definition: ProcessDefinition,
  band: DrawnBand,
  goesRight: (target: string) => boolean,
): BandField => {
  const boxes = new Map(
    band.steps.flatMap((step) => {
      const box = band.boxes.get(step.id);
      return box ? [[step.id, { ...box, height: box.height + nameBelow(step) }] as const] : [];
    }),
  );
  const edges = definition.edges.filter(({ from }) => boxes.has(from));
  const rows = band.rows.slice(0, -1);
  return { band, boxes, tracks: rows.map((_row, index) => tracksUnder(band, index, edges, goesRight)) };
};

/** The height of the wires that go back below all steps of a band, above its ports. */
export const floorOf = ({ box, ports }: DrawnBand): number =>
  bottomOf(box) - (ports.length > 0 ? measures.port.height : 12);

/** The height of a target's track under a row; under the last one, of the wires that go back there. */
export const channelY = ({ band, tracks }: BandField, row: number, target: string): number => {
  const above = band.rows[row];
  const below = band.rows[row + 1];
  if (above === undefined || below === undefined) return floorOf(band);
  const under = tracks[row] ?? [];
  const room = below.top - above.bottom;
  const by = Math.min(measures.track, room / (under.length + 1));
  const at = Math.max(0, under.indexOf(target));
  return Math.round(above.bottom + room / 2 + (at - (under.length - 1) / 2) * by);
};

/** Everything in the band that a wire between two of its steps, or from outside, must not run through. */
export const othersThan = ({ boxes }: BandField, ...ends: readonly string[]): Box[] =>
  [...boxes].flatMap(([id, box]) => (ends.includes(id) ? [] : [box]));
