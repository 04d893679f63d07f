import type { RecordSchema } from "@sluice/domain";
import { useMemo, useReducer } from "react";
import type { Collection } from "../api/shapes.ts";
import { columnsOf } from "./columnsOf.ts";

const readPaths = (text: string | null): readonly string[] | null => {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    return Array.isArray(read) && read.every((it) => typeof it === "string") ? read : null;
  } catch {
    return null;
  }
};

/** The columns of a list as this reader wants them in this browser; `choose(null)` takes the usual ones again. */
export const useColumns = (collection: Collection, schema: RecordSchema | null) => {
  const key = `sluice.columns.${collection}`;
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const kept = localStorage.getItem(key);
  const chosen = useMemo(() => readPaths(kept), [kept]);
  const columns = useMemo(
    () => (schema === null ? [] : columnsOf(collection, schema, chosen)),
    [collection, schema, chosen],
  );
  const choose = (paths: readonly string[] | null): void => {
    if (paths === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(paths));
    redraw();
  };
  return { columns, chosen, choose };
};
