import { Refusal } from "@sluice/problems";
import { getRecord, listRecords, openRecord, type Reads } from "@sluice/records";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import { textIn } from "../shape/textIn.ts";
import { lockOf } from "./lockOf.ts";
import type { RecordListInput, RecordPage, RecordRow, RecordView } from "./recordShapes.ts";
import { titleFor } from "./titleFor.ts";

type StoredRow = Awaited<ReturnType<typeof listRecords>>["items"][number];

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

const shownRow = (type: string, row: StoredRow, reader: Reader): RecordRow => ({
  id: row.id,
  type,
  number: row.number ?? null,
  version: row.version,
  title: titleFor(row, reader),
  fields: { ...row.fields },
  refs: Object.fromEntries(
    Object.entries(row.refs).map(([path, ref]) => [path, { ...ref, title: textIn(ref.title, reader.language, "–") }]),
  ),
  stage:
    row.stage === undefined
      ? null
      : { key: row.stage.key, name: textIn(row.stage.name, reader.language, row.stage.key) },
  updatedAt: text(row.fields["updatedAt"]) ?? "",
});

/** A page of records as the reader may see them; rights, filter and sort are one query. */
export const readPage = async (
  reads: Reads,
  type: string,
  { cursor, limit, sort, filter }: RecordListInput,
  reader: Reader,
): Promise<RecordPage> => {
  const wish = { type, personId: reader.personId, limit };
  const page = await listRecords(reads, {
    ...wish,
    ...(cursor ? { cursor } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(filter === undefined ? {} : { filter }),
  });
  return { items: page.items.map((row) => shownRow(type, row, reader)), nextCursor: page.nextCursor };
};

type StoredView = Awaited<ReturnType<typeof getRecord>>;

const shownView = async (reads: Reads, type: string, view: StoredView, reader: Reader): Promise<RecordView> => {
  const [createdBy, updatedBy, owner] = [
    text(view.fields["createdBy"]),
    text(view.fields["updatedBy"]),
    text(view.fields["owner"]),
  ];
  const [nameOf, lock] = await Promise.all([
    namesOf(reads.db, [createdBy, updatedBy, owner]),
    lockOf(reads.db, type, view.id),
  ]);
  return {
    ...shownRow(type, view, reader),
    caseId: view.caseId,
    can: view.can,
    fieldRights: { ...view.fieldRights },
    told: [...view.told],
    lock,
    createdAt: text(view.fields["createdAt"]) ?? "",
    createdBy: nameOf(createdBy),
    updatedBy: nameOf(updatedBy),
    owner: nameOf(owner),
  };
};

/** One record whole, as the reader may see it, with what they may do. */
export const readView = async (reads: Reads, type: string, id: string, reader: Reader): Promise<RecordView> =>
  shownView(reads, type, await getRecord(reads, { type, id }, reader.personId), reader);

/** As `readView`, when the reader opens it: someone else's customer is not looked at in secret. */
export const openView = async (reads: Reads, type: string, id: string, reader: Reader): Promise<RecordView> =>
  shownView(reads, type, await openRecord(reads, { type, id }, reader.personId), reader);

/** As `readView`, but null where the reader may not read the record: a task is theirs even so. */
export const findView = async (reads: Reads, type: string, id: string, reader: Reader): Promise<RecordView | null> => {
  try {
    return await readView(reads, type, id, reader);
  } catch (cause) {
    if (cause instanceof Refusal && cause.problems.every((it) => it.code === "NOT_FOUND")) return null;
    throw cause;
  }
};
