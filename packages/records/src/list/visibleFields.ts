import { accessTo, maskText, type RightsQuestion } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields } from "../registry/storedRecord.ts";

const KEPT = ["createdAt", "createdBy", "updatedAt", "updatedBy"];

const masked = (value: Json): Json => (typeof value === "string" ? maskText(value) : null);

/** The fields of a record as far as a person may see them: hidden ones are left out, masked ones show enough to recognise. */
export const visibleFields = (type: RecordType, fields: Fields, question: RightsQuestion): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, value]): [string, Json][] => {
      if (type.schema.fields[path] === undefined) return KEPT.includes(path) ? [[path, value]] : [];
      switch (accessTo(question, "read", path)) {
        case "hidden":
          return [];
        case "masked":
          return [[path, masked(value)]];
        case "read":
        case "edit":
          return [[path, value]];
      }
    }),
  );
