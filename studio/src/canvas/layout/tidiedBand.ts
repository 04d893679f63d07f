import type { Point } from "./box.ts";

/** A band laid out: places of steps and routes of inner wires, both from the band's corner. */
export interface TidyBand {
  readonly signature: string;
  readonly places: Readonly<Record<string, Point>>;
  readonly routes: Readonly<Record<string, readonly Point[]>>;
}
