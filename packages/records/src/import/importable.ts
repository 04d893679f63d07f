import { problem, Refusal } from "@sluice/problems";

/** The record types that files may bring, each with the field whose value one record has only. */
const IMPORTABLE: Readonly<Record<string, string | null>> = { product: "sku", customer: null };

/**
 * The field that tells records of an imported type apart, or null when none does.
 *
 * @problem INPUT_INVALID - records of this type are not imported
 */
export const uniqueFieldOf = (type: string): string | null => {
  const field = Object.hasOwn(IMPORTABLE, type) ? IMPORTABLE[type] : undefined;
  if (field === undefined)
    throw new Refusal([problem("INPUT_INVALID", { field: "type", reason: "notImportable", given: type })]);
  return field;
};
