import type { Collection } from "../api/shapes.ts";

/** A column of a list: a field's path, or `title` and `stage`, which every row has. */
export interface ListColumn {
  readonly path: string;
  /** Pixels; the title takes what is left. */
  readonly width: number | null;
}

/** A record type as the studio meets it: its router, its word in the address bar, and the columns of its list. */
export interface RecordFace {
  readonly collection: Collection;
  readonly slug: string;
  readonly columns: readonly ListColumn[];
}
