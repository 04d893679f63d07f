import type { Reads } from "@sluice/records";
import type { ShownMove } from "../cases/caseShapes.ts";
import type { CaseParts } from "../cases/getCase.ts";
import { openMoves } from "../cases/openMoves.ts";
import type { Reader } from "../reader.ts";
import { readView } from "../records/readRecords.ts";

/**
 * Answers what is missing before each move of a quote, as its reader would meet it now; empty when no case moves it.
 *
 * @problem NOT_FOUND - there is no such quote for the reader
 */
export const missingOf = async (parts: CaseParts, reads: Reads, id: string, reader: Reader): Promise<ShownMove[]> => {
  const { caseId } = await readView(reads, "quote", id, reader);
  return caseId === null ? [] : ((await openMoves(parts, [caseId], reader))[caseId] ?? []);
};
