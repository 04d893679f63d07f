import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { STORY_LIMITS } from "@sluice/process";
import { client } from "../api/client.ts";
import { collectionOf } from "../api/recordTypes.ts";
import type { RecordView } from "../api/shapes.ts";

/** A record's values by path, as a run takes them over, and what the record is called. */
export interface CopiedRecord {
  readonly title: string;
  readonly record: { readonly [path: string]: Json };
  readonly ownerId: string | null;
}

const isThere = (value: Json | undefined): value is Json => value !== null && value !== undefined && value !== "";

const readRecord = async (type: string, id: string): Promise<RecordView | null> => {
  const collection = collectionOf(type);
  return collection === null ? null : ((await client.query(`${collection}.get`, { id })) as RecordView);
};

/** Fields of records that this one points to, for the paths that ask for them; what the reader may not see stays empty. */
const referred = async (
  schema: RecordSchema,
  { fields }: RecordView,
  paths: readonly string[],
): Promise<readonly (readonly [path: string, value: Json])[]> => {
  const through = paths.flatMap((path) => {
    const [head = "", member, ...deeper] = path.split(".");
    const [id, type] = [fields[head], schema.fields[head]?.refersTo];
    return member !== undefined && deeper.length === 0 && typeof id === "string" && type !== undefined
      ? [{ path, member, id, type }]
      : [];
  });
  const found = await Promise.allSettled(through.map(({ type, id }) => readRecord(type, id)));
  return through.flatMap(({ path, member }, index) => {
    const answer = found[index];
    const value = answer?.status === "fulfilled" ? answer.value?.fields[member] : undefined;
    return isThere(value) ? [[path, value] as const] : [];
  });
};

/** Reads a record through the ordinary door, with the rights of whoever tries the draft, for a run to begin from. */
export const copyRecord = async (
  schema: RecordSchema,
  id: string,
  paths: readonly string[],
): Promise<CopiedRecord | null> => {
  const view = await readRecord(schema.type, id);
  if (view === null) return null;
  const own = Object.entries(view.fields).filter(
    ([path, value]) => isThere(value) && (paths.includes(path) || schema.fields[path]?.type !== "lines"),
  );
  const all: readonly (readonly [string, Json])[] = [
    ["id", view.id],
    ...(view.number === null ? [] : [["number", view.number] as const]),
    ...own,
    ...(await referred(schema, view, paths)),
  ];
  const wanted = all.toSorted(([one], [other]) => Number(paths.includes(other)) - Number(paths.includes(one)));
  const owner = view.fields["owner"];
  return {
    title: view.title,
    record: Object.fromEntries(wanted.slice(0, STORY_LIMITS.fields)),
    ownerId: typeof owner === "string" ? owner : null,
  };
};
