import type { FirmOn } from "../ground/aFirmOn.ts";
import type { Statement } from "../ground/listen.ts";
import type { ListView } from "./listViews.ts";

/** What the hand-written queries know by heart: tables, columns, which sorts may be empty, and whose records a person sees. */
const TABLES: Readonly<Record<string, string>> = {
  customer: "customer",
  contact: "contact",
  product: "product",
  priceBook: "price_book",
  costSheet: "cost_sheet",
  quote: "quote",
  order: "sales_order",
  territory: "territory",
};
const MAY_BE_EMPTY = new Set(["valid_until", "total"]);
const EVERYBODYS = new Set(["product", "priceBook", "territory"]);
const WITH_COLLEAGUES = new Set(["customer", "contact"]);

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** Where a page begins. */
export interface Place {
  readonly value: string | null;
  readonly id: string;
}

/** The people of a firm as a query writer has them at hand. */
export interface Knowledge {
  readonly firm: FirmOn;
  readonly department: string;
  readonly departmentsBelow: readonly string[];
}

const rightsOf = ({ type, who }: ListView, { firm, department, departmentsBelow }: Knowledge) => {
  const values: unknown[] = [];
  const value = (it: unknown): string => `$${values.push(it)}`;
  const own = (): string => `it.owner_id = ${value(firm.idOf(who))}`;
  if (who === "mei" || EVERYBODYS.has(type)) return { test: "TRUE", values, value };
  if (who === "wang")
    return { test: `(${own()} OR it.department_id = ANY (${value(departmentsBelow)}::uuid[]))`, values, value };
  const test = WITH_COLLEAGUES.has(type) ? `(${own()} OR it.department_id = ${value(department)})` : own();
  return { test, values, value };
};

/** The page that someone who knows the tables would ask for: same rights, same order, same rows, in one query. */
export const handWritten = (
  view: ListView,
  { columns, place, limit }: { readonly columns: string; readonly place: Place | null; readonly limit: number },
  knowledge: Knowledge,
): Statement => {
  const { field, direction } = view.sort;
  const [column, isUp] = [columnOf(field), direction === "asc"];
  const { test, values, value } = rightsOf(view, knowledge);
  const page = (after: string): string =>
    `SELECT ${columns} FROM ${TABLES[view.type]} AS it WHERE it.deleted_at IS NULL AND ${test}${after}
     ORDER BY it.${column} ${direction}, it.id ${direction} LIMIT ${limit}`;
  if (place === null) return { text: page(""), values };
  const [last, id] = [value(place.value), value(place.id)];
  const further = page(` AND (it.${column}, it.id) ${isUp ? ">" : "<"} (${last}, ${id}::uuid)`);
  const text =
    isUp && MAY_BE_EMPTY.has(column)
      ? `(${further}) UNION ALL (${page(` AND it.${column} IS NULL`)}) LIMIT ${limit}`
      : further;
  return { text, values };
};

/** The place in the middle of what a person sees. */
export const middleOf = async (view: ListView, knowledge: Knowledge): Promise<Place> => {
  const column = columnOf(view.sort.field);
  const { test, values } = rightsOf(view, knowledge);
  const seen = `${TABLES[view.type]} AS it WHERE it.deleted_at IS NULL AND it.${column} IS NOT NULL AND ${test}`;
  const { rows } = await knowledge.firm.pool.query<Place>(
    `SELECT it.${column} AS value, it.id FROM ${seen} ORDER BY it.${column} ${view.sort.direction}, it.id ${view.sort.direction}
     OFFSET (SELECT count(*) / 2 FROM ${seen}) LIMIT 1`,
    values,
  );
  const [place] = rows;
  if (place === undefined) throw new Error(`${view.who} sees no ${view.type}`);
  return place;
};
