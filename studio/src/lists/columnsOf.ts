import type { RecordSchema } from "@sluice/domain";
import type { Collection } from "../api/shapes.ts";
import type { ListColumn } from "../records/recordFace.ts";
import { faceOf } from "../records/recordFaces.ts";

/** The columns of a list that its schema knows. */
export const columnsOf = (collection: Collection, schema: RecordSchema): readonly ListColumn[] =>
  faceOf(collection).columns.filter(
    ({ path }) => path === "title" || path === "stage" || schema.fields[fieldPathOf(path)] !== undefined,
  );

/** A record's title is a row's own; a field that is called so is written `title:field`. */
export const fieldPathOf = (path: string): string => path.replace(/:field$/u, "");
