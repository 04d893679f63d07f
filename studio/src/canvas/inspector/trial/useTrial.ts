import { type TriedCondition, tryCondition } from "@sluice/process";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { copyRecord } from "../../../testRun/copyRecord.ts";
import { useCatalogue } from "../../sayings/catalogue.ts";
import { useTriedRecords } from "./triedRecord.ts";

/** The fields behind references that a text names. */
const pathsBehind = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/record\.\??(\w+)\.\??(\w+)/gu)].map(([, head, member]) => `${head}.${member}`)),
];

/** A condition worked out on the record that was chosen for it. */
export interface Trial {
  readonly title: string;
  readonly tried: TriedCondition;
  /** What another condition says of the same record: one row of it. */
  readonly of: (text: string) => TriedCondition;
}

/** Works a condition out on the chosen record, read with the admin's own rights; null until one is chosen and read. */
export const useTrial = (text: string): { readonly trial: Trial | null; readonly isFailed: boolean } => {
  const { schema } = useCatalogue();
  const id = useTriedRecords(({ ids }) => (schema === null ? undefined : ids[schema.type]));
  const paths = pathsBehind(text);
  const read = useQuery({
    queryKey: ["triedRecord", schema?.type, id, paths],
    queryFn: async () => {
      const copied = schema === null || id === undefined ? null : await copyRecord(schema, id, paths);
      return copied === null ? null : { ...copied, at: new Date().toISOString() };
    },
    enabled: schema !== null && id !== undefined,
    staleTime: 30_000,
  });
  const { data, isError } = read;
  const trial = useMemo((): Trial | null => {
    if (schema === null || !data) return null;
    const on = {
      schemas: { [schema.type]: schema },
      recordType: schema.type,
      record: data.record,
      at: data.at,
    };
    return { title: data.title, tried: tryCondition(text, on), of: (other) => tryCondition(other, on) };
  }, [schema, data, text]);
  return { trial, isFailed: isError };
};
