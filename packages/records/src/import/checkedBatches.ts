import { problem, Refusal } from "@sluice/problems";
import type { Reads } from "../list/reads.ts";
import { authoriseImport } from "./authoriseImport.ts";
import { uniqueFieldOf } from "./importable.ts";
import type { ImportWish } from "./importWish.ts";
import type { ImportBatch, ImportHead } from "./readImport.ts";
import { readInThread } from "./readInThread.ts";
import type { ReadRow, RowProblem } from "./rowReader.ts";
import { sortOutTaken } from "./takenValues.ts";

/** A batch after it was compared with what is stored. */
export interface CheckedBatch {
  readonly head: ImportHead;
  readonly count: number;
  readonly valid: readonly ReadRow[];
  readonly problems: readonly RowProblem[];
  readonly samples: ImportBatch["samples"];
}

/**
 * Reads a file batch by batch and checks it against its schema, itself and the database. A file of a head alone has one empty batch.
 *
 * @problem NOT_ALLOWED - the person may not create such records
 * @problem INPUT_INVALID, INPUT_TOO_LARGE - as `readInThread` says
 */
export const checkedBatches = async function* (
  reads: Reads,
  { type: name, path, mapping, defaults = {} }: ImportWish,
  personId: string,
): AsyncGenerator<CheckedBatch> {
  const uniqueField = uniqueFieldOf(name);
  await authoriseImport(reads, name, personId);
  const type = reads.types.get(name);
  let head: ImportHead | null = null;
  let isEmpty = true;
  for await (const part of readInThread({ schema: type.schema, path, mapping, defaults, uniqueField })) {
    if (part.part === "head") {
      head = part;
      continue;
    }
    if (head === null) throw new Error("a file's head comes first");
    isEmpty = false;
    const columnOfField = Object.entries(head.mapping).find(([, field]) => field === uniqueField)?.[0] ?? null;
    const checked = await sortOutTaken(reads.db, { type, uniqueField, columnOfField }, part);
    yield { head, count: part.count, valid: checked.valid, problems: checked.problems, samples: part.samples };
  }
  if (head === null) throw new Refusal([problem("INPUT_INVALID", { field: "file", reason: "empty" })]);
  if (isEmpty) yield { head, count: 0, valid: [], problems: [], samples: [] };
};
