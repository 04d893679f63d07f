import type { Pool } from "pg";
import type { PrintedLine, QuoteDocument } from "./quoteDocument.ts";

interface QuoteRow {
  readonly number: string;
  readonly name: string;
  readonly revision: number;
  readonly currency: string;
  readonly valid_until: string | null;
  readonly discount: string | null;
  readonly note: string | null;
  readonly terms: string | null;
  readonly list_total: string | null;
  readonly total: string | null;
  readonly issued_at: string;
  readonly customer: string;
  readonly address: string | null;
  readonly contact: string | null;
  readonly firm: { readonly en?: string; readonly zh?: string } | null;
  readonly language: string;
}

const QUOTE = `
SELECT q.number, q.name, q.revision, q.currency, q.valid_until, q.discount, q.note, q.terms, q.list_total, q.total,
  coalesce(q.sent_at, q.created_at) AS issued_at, customer.name AS customer, customer.address, contact.name AS contact,
  (SELECT name FROM department WHERE parent_id IS NULL ORDER BY created_at LIMIT 1) AS firm, coalesce(person.language, 'en') AS language
FROM quote AS q
JOIN customer ON customer.id = q.customer_id
LEFT JOIN contact ON contact.id = q.contact_id
LEFT JOIN person ON person.id = q.owner_id
WHERE q.id = $1 AND q.deleted_at IS NULL`;

const LINES = `
SELECT description, quantity, coalesce(unit, '') AS unit, coalesce(unit_price, list_price) AS "unitPrice",
  coalesce(discount, 0) AS discount, coalesce(total, 0) AS total
FROM quote_line WHERE quote_id = $1 ORDER BY position`;

/**
 * Reads a quote as it is to be printed, in the language asked for or its owner's; null when there is none.
 *
 * The pool comes from `createPool`, which answers decimals and dates as they are written.
 */
export const readQuote = async (
  pool: Pool,
  id: string,
  language: "en" | "zh" | null,
): Promise<QuoteDocument | null> => {
  const { rows } = await pool.query<QuoteRow>(QUOTE, [id]);
  const [row] = rows;
  if (row === undefined) return null;
  const { rows: lines } = await pool.query<PrintedLine>(LINES, [id]);
  const spoken = language ?? (row.language === "zh" ? "zh" : "en");
  return {
    language: spoken,
    firm: row.firm?.[spoken] ?? row.firm?.en ?? "",
    number: row.number,
    revision: row.revision,
    title: row.name,
    customer: { name: row.customer, address: row.address ?? "", contact: row.contact ?? "" },
    issuedOn: row.issued_at.slice(0, 10),
    validUntil: row.valid_until,
    currency: row.currency,
    lines,
    listTotal: row.list_total ?? "0",
    discount: row.discount ?? "0",
    total: row.total ?? "0",
    note: row.note ?? "",
    terms: row.terms ?? "",
  };
};
