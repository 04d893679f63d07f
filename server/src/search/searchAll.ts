import { findRecordSchema } from "@sluice/domain";
import type { ServerPorts } from "../ports.ts";
import type { Reader } from "../reader.ts";
import type { RecordRow } from "../records/recordShapes.ts";
import { textIn } from "../shape/textIn.ts";
import type { SearchHit } from "./searchShapes.ts";

const TYPES = ["quote", "customer", "contact", "costSheet", "order", "product", "priceBook", "territory"] as const;
const EACH = 6;

const subtitleOf = (row: RecordRow, reader: Reader): string => {
  const label = textIn(findRecordSchema(row.type)?.label, reader.language, row.type);
  const { sku } = row.fields;
  const about = row.refs["quote"]?.title ?? row.refs["customer"]?.title;
  return [label, row.number ?? (typeof sku === "string" ? sku : null), about, row.stage?.name]
    .filter((part) => part !== undefined && part !== null && part !== row.title)
    .join(" · ");
};

/** Looks for words in every record type, through the same lists and rights as the pages: the few of each that match, those that carry the words as typed first. */
export const searchAll = async (
  list: ServerPorts["records"]["list"],
  q: string,
  reader: Reader,
): Promise<SearchHit[]> => {
  if (q.trim() === "") return [];
  const pages = await Promise.all(TYPES.map((type) => list(type, { limit: EACH, filter: { q } }, reader)));
  const hits = pages.flatMap((page) =>
    page.items.map((row) => ({ type: row.type, id: row.id, title: row.title, subtitle: subtitleOf(row, reader) })),
  );
  const isNamed = (hit: SearchHit): boolean => `${hit.title} ${hit.subtitle}`.toLowerCase().includes(q.toLowerCase());
  return [...hits.filter(isNamed), ...hits.filter((hit) => !isNamed(hit))];
};
