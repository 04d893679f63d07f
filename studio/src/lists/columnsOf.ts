import type { RecordSchema } from "@sluice/domain";
import type { Collection } from "../api/shapes.ts";
import type { ListColumn } from "../records/recordFace.ts";
import { faceOf } from "../records/recordFaces.ts";

const NO_COLUMN: ReadonlySet<string> = new Set(["lines", "localText", "longText"]);
/** Shown by every row under a name of its own. */
const SHOWN_OTHERWISE: ReadonlySet<string> = new Set(["stage", "number"]);

const WIDTH = 150;

/** A record's title is a row's own; a field that is called so is written `title:field`. */
export const fieldPathOf = (path: string): string => path.replace(/:field$/u, "");

/** The columns that a list has unless its reader chose others: those of its face that the schema knows. */
const usualColumns = (collection: Collection, schema: RecordSchema): readonly ListColumn[] =>
  faceOf(collection).columns.filter(
    ({ path }) => path === "title" || path === "stage" || schema.fields[fieldPathOf(path)] !== undefined,
  );

/** Every column that a list may have, the usual ones first. */
export const possibleColumns = (collection: Collection, schema: RecordSchema): readonly ListColumn[] => {
  const usual = usualColumns(collection, schema);
  const known = new Set([...usual.map(({ path }) => fieldPathOf(path)), schema.titleField, ...SHOWN_OTHERWISE]);
  const others = Object.entries(schema.fields).filter(
    ([path, field]) => !known.has(path) && !NO_COLUMN.has(field.type),
  );
  return [...usual, ...others.map(([path]) => ({ path: path === "title" ? "title:field" : path, width: WIDTH }))];
};

/** The columns of a list as its reader chose them; the title stays, and what is no field any more is left out. */
export const columnsOf = (
  collection: Collection,
  schema: RecordSchema,
  chosen: readonly string[] | null,
): readonly ListColumn[] => {
  if (chosen === null) return usualColumns(collection, schema);
  return possibleColumns(collection, schema).filter(({ path }) => path === "title" || chosen.includes(path));
};
