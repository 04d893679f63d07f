import type { RecordFace } from "../records/recordFace.ts";
import { faceOf, recordFaces } from "../records/recordFaces.ts";
import { collections, type Collection } from "./shapes.ts";

const faces: Readonly<Record<string, RecordFace>> = recordFaces;

/** The router of a record type, or null when the studio has none (`person`). */
export const collectionOf = (recordType: string): Collection | null => faces[recordType]?.collection ?? null;

/** The record type of a router. */
export const recordTypeOf = (collection: Collection): string => faceOf(collection).type;

/** How a collection is written in the address bar. */
export const slugOf = (collection: Collection): string => faceOf(collection).slug;
export const collectionOfSlug = (slug: string): Collection | null =>
  collections.find((it) => slugOf(it) === slug) ?? null;

/** The page of a record, or null when its type has none. */
export const recordAddress = (recordType: string, id: string): string | null => {
  const collection = collectionOf(recordType);
  return collection === null ? null : `/${slugOf(collection)}/${id}`;
};
