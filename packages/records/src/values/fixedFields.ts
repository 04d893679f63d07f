import { problem, type Problem } from "@sluice/problems";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { isChanged } from "./fieldValues.ts";

/**
 * Refuses changes of fields that are decided when a record is made.
 *
 * @problem FIELD_NOT_ALLOWED - one of them differs from what it was
 */
export const fixedFields = (
  paths: readonly string[],
  draft: StoredRecord,
  before: StoredRecord | null,
): readonly Problem[] =>
  paths
    .filter((path) => isChanged(path, draft.fields, before?.fields))
    .map((path) => problem("FIELD_NOT_ALLOWED", { field: path }));
