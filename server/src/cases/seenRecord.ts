import { knownField, type RecordSchema } from "@sluice/domain";
import type { Language, LocalText } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { DB, RecordTypes } from "@sluice/records";
import type { Kysely } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import { recordTitles } from "../records/recordTitles.ts";
import { type FieldMask, HIDDEN } from "../refusals/fieldMask.ts";
import { textIn } from "../shape/textIn.ts";
import type { SeenField } from "./caseShapes.ts";

type Fields = Readonly<Record<string, Json>>;
interface Ref {
  readonly type: string;
  readonly id: string;
}

/** What a field of a record refers to; null for what is no reference, or refers to nothing. */
const refIn = (schema: RecordSchema, path: string, value: Json): Ref | null => {
  const type = knownField(schema, path)?.refersTo;
  return type === undefined || typeof value !== "string" ? null : { type, id: value };
};

const departmentNames = async (db: Kysely<DB>, ids: readonly string[], language: Language) => {
  const rows =
    ids.length === 0 ? [] : await db.selectFrom("department").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, textIn(name, language)]));
};

/** What records, people and departments are called, whatever refers to them. */
const titlesOf = async (
  { db, types, language }: { readonly db: Kysely<DB>; readonly types: RecordTypes; readonly language: Language },
  refs: readonly Ref[],
): Promise<(ref: Ref) => string> => {
  const idsOf = (type: string) => refs.filter((ref) => ref.type === type).map(({ id }) => id);
  const [titleOf, nameOf, departments] = await Promise.all([
    recordTitles(db, types, refs),
    namesOf(db, idsOf("person")),
    departmentNames(db, idsOf("department"), language),
  ]);
  return ({ type, id }) => {
    if (type === "person") return nameOf(id)?.name ?? "–";
    return type === "department" ? (departments.get(id) ?? "–") : titleOf({ type, id }).title;
  };
};

/**
 * Records as they were seen, field by field in the order of forms, as far as their reader may see them: what is hidden is left
 * out, what is masked is told to be. Empty fields are left out, too; of lines it is told how many there were, and a stage has its
 * name.
 */
export const seenRecords = async (
  by: { readonly db: Kysely<DB>; readonly types: RecordTypes; readonly language: Language },
  {
    schema,
    mask,
    stageName,
  }: {
    readonly schema: RecordSchema;
    readonly mask: FieldMask;
    readonly stageName: (key: string) => LocalText | null;
  },
  records: readonly (Fields | null)[],
): Promise<readonly SeenField[][]> => {
  const paths = [...Object.keys(schema.fields), ...Object.keys(schema.archivedFields ?? {})];
  const entries = records.map((fields) =>
    paths.flatMap((path) => {
      const value = fields?.[path] ?? null;
      const shown = mask(path, value);
      return value === null || value === "" || shown === HIDDEN ? [] : [{ path, shown, isMasked: shown !== value }];
    }),
  );
  const refs = entries
    .flat()
    .flatMap(({ path, shown, isMasked }) => (isMasked ? [] : (refIn(schema, path, shown) ?? [])));
  const titleOf = await titlesOf(by, refs);
  return entries.map((seen) =>
    seen.map(({ path, shown, isMasked }) => {
      const ref = isMasked ? null : refIn(schema, path, shown);
      const value = Array.isArray(shown) && knownField(schema, path)?.type === "lines" ? shown.length : shown;
      const stage = path === "stage" && typeof value === "string" && !isMasked ? stageName(value) : null;
      return {
        path,
        value,
        masked: isMasked,
        reference: ref === null ? null : { ...ref, title: titleOf(ref) },
        name: stage === null ? null : textIn(stage, by.language),
      };
    }),
  );
};
