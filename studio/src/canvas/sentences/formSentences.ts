import type { FormField } from "@sluice/process";
import { fieldLabel, type Sayings } from "../sayings/sayings.ts";
import { capital, joined } from "./joined.ts";

const accesses = ["required", "edit", "read", "hidden"] as const;

/** What a form opens of the record, a sentence for each kind of access. */
export const formSentences = (sayings: Sayings, form: readonly FormField[] = []): string[] =>
  accesses.flatMap((access) => {
    const fields = form.filter((field) => field.access === access).map(({ path }) => fieldLabel(sayings, path));
    if (fields.length === 0) return [];
    return [capital(sayings.say(`sentences.work.form.${access}`, { fields: joined(sayings, fields) }))];
  });
