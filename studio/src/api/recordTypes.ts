import { collections, type Collection } from "./shapes.ts";

const collectionByType: Readonly<Record<string, Collection>> = {
  customer: "customers",
  contact: "contacts",
  product: "products",
  priceBook: "priceBooks",
  costSheet: "costSheets",
  quote: "quotes",
  order: "orders",
};

/** The router of a record type, or null when the studio has none (`person`). */
export const collectionOf = (recordType: string): Collection | null => collectionByType[recordType] ?? null;

/** The record type of a router. */
export const recordTypeOf = (collection: Collection): string =>
  Object.keys(collectionByType).find((type) => collectionByType[type] === collection) ?? collection;

const slugs: Readonly<Record<Collection, string>> = {
  customers: "customers",
  contacts: "contacts",
  products: "products",
  priceBooks: "price-books",
  costSheets: "cost-sheets",
  quotes: "quotes",
  orders: "orders",
};

/** How a collection is written in the address bar. */
export const slugOf = (collection: Collection): string => slugs[collection];
export const collectionOfSlug = (slug: string): Collection | null =>
  collections.find((it) => slugs[it] === slug) ?? null;

/** The page of a record, or null when its type has none. */
export const recordAddress = (recordType: string, id: string): string | null => {
  const collection = collectionOf(recordType);
  return collection === null ? null : `/${slugOf(collection)}/${id}`;
};
