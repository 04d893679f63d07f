import type { LocalText } from "@sluice/problems";
import type { Asker } from "../person/asker.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { questionOf } from "../rights/authorise.ts";
import { textIn } from "../values/fieldValues.ts";
import type { Reads } from "./reads.ts";
import { recordRefs, type RecordReference } from "./recordRefs.ts";
import { stagesOf } from "./stagesOf.ts";
import { visibleFields } from "./visibleFields.ts";

/** A record as one person may see it. */
export interface RecordRow {
  readonly id: string;
  readonly number?: string;
  readonly version: number;
  readonly title: string;
  readonly fields: Fields;
  readonly refs: Readonly<Record<string, RecordReference>>;
  readonly stage?: { readonly key: string; readonly name: LocalText | null };
  /** The life-cycle case that moves it, when it has one. */
  readonly caseId: string | null;
}

const titleOf = (type: RecordType, fields: Fields): string =>
  textIn(fields, type.schema.titleField) ?? textIn(fields, "number") ?? "";

/** Shows records to one person: hidden fields left out, masked ones masked, references by title, stages by name. */
export const recordRows = async (
  reads: Reads,
  asker: Asker,
  { type, records }: { readonly type: RecordType; readonly records: readonly StoredRecord[] },
): Promise<readonly RecordRow[]> => {
  const shown = records.map((record) => visibleFields(type, record.fields, questionOf(reads.rights, asker, record)));
  const refsOf = await recordRefs(reads, asker, { type, rows: shown });
  const stages = await stagesOf(
    reads,
    type.schema.type,
    records.map(({ id }) => id),
  );
  return records.map(({ id, version }, index) => {
    const fields = shown[index] ?? {};
    const [number, stage] = [textIn(fields, "number"), textIn(fields, "stage")];
    const inCase = stages.get(id);
    return {
      id,
      version,
      title: titleOf(type, fields),
      fields,
      refs: refsOf(fields),
      caseId: inCase?.caseId ?? null,
      ...(number === null ? {} : { number }),
      ...(stage === null ? {} : { stage: { key: stage, name: inCase?.stageName ?? null } }),
    };
  });
};
