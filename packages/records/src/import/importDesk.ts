import type { Door } from "../door.ts";
import type { Reads } from "../list/reads.ts";

/** What imports lean on: reading, and the one door for its rows. */
export interface ImportDesk {
  readonly reads: Reads;
  readonly door: Pick<Door, "createRecord" | "createRecords"> & Partial<RecordRemover>;
}

/** The part of the door that deletes. */
export interface RecordRemover {
  deleteRecord(
    type: string,
    command: { readonly commandId: string; readonly id: string; readonly version: number },
    caller: Parameters<Door["createRecord"]>[2],
  ): Promise<unknown>;
}
