import { currencyPathOf, fieldOfPathIn, type Json } from "@sluice/process";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { copyRecord } from "../../../testRun/copyRecord.ts";
import { type Catalogue, useCatalogue } from "../../sayings/catalogue.ts";
import { useTriedRecords } from "./triedRecord.ts";

/** The fields behind references that a text names, and what their amounts are in. */
const pathsBehind = (text: string, { schema, schemas }: Pick<Catalogue, "schema" | "schemas">): readonly string[] => {
  const fieldOf = fieldOfPathIn(schemas, schema?.type ?? "");
  const named = [...text.matchAll(/record\.\??(\w+)\.\??(\w+)/gu)].map(([, head, member]) => `${head}.${member}`);
  return [...new Set(named.flatMap((path) => [path, currencyPathOf(path, fieldOf) ?? []].flat()))];
};

/** What something is tried on: a real record, as it is now. */
export interface TriedOn {
  readonly schemas: Catalogue["schemas"];
  readonly recordType: string;
  readonly record: { readonly [path: string]: Json };
  readonly at: string;
}

/** The record that was chosen to try things on, with what a text names behind its references, read with the admin's own rights; null until one is chosen and read. */
export const useTriedOn = (
  text: string,
): { readonly on: TriedOn | null; readonly title: string; readonly isFailed: boolean } => {
  const { schema, schemas } = useCatalogue();
  const id = useTriedRecords(({ ids }) => (schema === null ? undefined : ids[schema.type]));
  const paths = pathsBehind(text, { schema, schemas });
  const { data, isError } = useQuery({
    queryKey: ["triedRecord", schema?.type, id, paths],
    queryFn: async () => {
      const copied = schema === null || id === undefined ? null : await copyRecord(schema, id, paths);
      return copied === null ? null : { ...copied, at: new Date().toISOString() };
    },
    enabled: schema !== null && id !== undefined,
    staleTime: 30_000,
  });
  const on = useMemo(
    (): TriedOn | null =>
      schema === null || !data ? null : { schemas, recordType: schema.type, record: data.record, at: data.at },
    [schema, schemas, data],
  );
  return { on, title: data?.title ?? "", isFailed: isError };
};
