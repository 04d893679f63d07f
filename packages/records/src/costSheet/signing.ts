import type { StoredRecord } from "../registry/storedRecord.ts";
import { textIn } from "../values/fieldValues.ts";

/** The stage of a cost sheet's process in which it is signed. */
export const SIGNED_STAGE = "signed";

/** True when this very write signs the sheet: it enters the signed stage, or its process stamps it anew. */
export const isSigning = (draft: StoredRecord, before: StoredRecord | null): boolean => {
  const turned = (path: string): boolean =>
    textIn(draft.fields, path) !== (before === null ? null : textIn(before.fields, path));
  return (
    (textIn(draft.fields, "stage") === SIGNED_STAGE && turned("stage")) ||
    (textIn(draft.fields, "signedAt") !== null && turned("signedAt"))
  );
};
