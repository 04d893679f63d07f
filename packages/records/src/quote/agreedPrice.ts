import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { textIn } from "../values/fieldValues.ts";
import { termsHash } from "./agreedTerms.ts";

/** Takes an agreed special price off a quote in the write that makes another offer of it. */
export const voidedPrice = (draft: StoredRecord, before: StoredRecord | null): Fields =>
  before !== null && textIn(before.fields, "priceAgreedAt") !== null && termsHash(draft) !== termsHash(before)
    ? { priceAgreedAt: null }
    : {};
