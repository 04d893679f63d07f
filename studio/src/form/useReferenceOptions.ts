import { collectionOf } from "../api/recordTypes.ts";
import type { RecordRow } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";

interface Question {
  readonly refersTo: string;
  readonly words: string;
  readonly within?: Readonly<Record<string, string>> | undefined;
  readonly enabled: boolean;
}

export interface ReferenceOption {
  readonly value: string;
  readonly label: string;
  readonly row?: RecordRow;
}

/** What a reference may point to: people by name, records by the server's own search. */
export const useReferenceOptions = ({
  refersTo,
  words,
  within,
  enabled,
}: Question): { options: readonly ReferenceOption[]; isLoading: boolean } => {
  const collection = collectionOf(refersTo);
  const people = useQueryOf("people.list", undefined, {
    enabled: refersTo === "person" && enabled,
    staleMs: 5 * 60_000,
  });
  const records = useQueryOf(
    `${collection ?? "customers"}.list`,
    { limit: 20, filter: { ...within, ...(words === "" ? {} : { q: words }) } },
    { enabled: collection !== null && enabled, keepPrevious: true },
  );
  if (refersTo === "person") {
    const options = (people.data ?? [])
      .filter((person) => person.active && person.name.toLowerCase().includes(words.toLowerCase()))
      .map((person) => ({ value: person.id, label: person.name }));
    return { options, isLoading: people.isLoading };
  }
  const options = (records.data?.items ?? []).map((row) => ({ value: row.id, label: labelOf(row), row }));
  return { options, isLoading: records.isLoading };
};

/** Products go by their code and documents by their number; everything else goes by its name, its number telling namesakes apart. */
const labelOf = (row: RecordRow): string => {
  const code = typeof row.fields.sku === "string" ? row.fields.sku : row.number;
  if (code === null || row.title === code) return row.title;
  const goesByCode = "sku" in row.fields || "stage" in row.fields;
  return goesByCode ? `${code} · ${row.title}` : `${row.title} · ${code}`;
};
