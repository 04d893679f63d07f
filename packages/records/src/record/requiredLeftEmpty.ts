import { accessTo, type RecordSchema, type RightsQuestion } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import type { StoredRecord } from "../registry/storedRecord.ts";

/**
 * The custom fields that became required while a record had none of them, once somebody edits it: those that this person may
 * fill in. Tasks and processes are not held up by them.
 *
 * @problem REQUIRED_FIELD - one is still empty
 */
export const requiredLeftEmpty = (
  { fields }: RecordSchema,
  record: StoredRecord,
  question: RightsQuestion,
): readonly Problem[] =>
  Object.entries(fields).flatMap(([path, field]) => {
    const isDemanded = field.custom === true && field.required === true && (record.fields[path] ?? null) === null;
    if (!isDemanded || accessTo(question, "patch", path) !== "edit" || accessTo(question, "read", path) !== "read")
      return [];
    const { en, zh } = field.label;
    return [
      problem(
        "REQUIRED_FIELD",
        { field: path, label: { en, zh } },
        { sentence: { en: `${en} is missing.`, zh: `缺少${zh}。` } },
      ),
    ];
  });
