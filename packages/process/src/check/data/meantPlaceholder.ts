import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import { nearestName } from "../nearestName.ts";
import { meantPath } from "./meantPath.ts";

const asPath = (said: string): string => said.replace(/^record\./u, "").trim();

/** Tells the field that was meant by what stands in braces and is none: by its key or its label; null where none is near. */
export const meantPlaceholder = (schemas: RecordSchemas, recordType: string, written: string): string | null => {
  const said = asPath(written.replaceAll(/[{}]/gu, "").trim());
  const field = fieldAt(schemas, recordType, said);
  if (field !== null) return `{{record.${said}}}`;
  const fields = Object.entries(schemas[recordType]?.fields ?? {}).filter(([, { archived }]) => archived !== true);
  const byLabel = new Map(
    fields.flatMap(([key, { label }]) => [label.en, label.zh].map((name) => [name, key] as const)),
  );
  const label = byLabel.get(said) ?? byLabel.get(nearestName(said, byLabel.keys()) ?? "");
  const path = label ?? meantPath(schemas, recordType, said)?.path;
  return path === undefined ? null : `{{record.${path}}}`;
};
