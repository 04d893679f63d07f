import type { Fields } from "../registry/storedRecord.ts";
import type { ColumnMapping } from "./suggestMapping.ts";

/** A file and how it is to be read. */
export interface ImportWish {
  readonly type: string;
  /** Where the uploaded file lies. */
  readonly path: string;
  /** Null: as suggested by its head. */
  readonly mapping: ColumnMapping | null;
  /** What fields hold that no column feeds. */
  readonly defaults?: Fields;
}
