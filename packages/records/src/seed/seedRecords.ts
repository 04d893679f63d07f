import type { Door } from "../door.ts";
import type { Fields } from "../registry/storedRecord.ts";
import { demoCustomers } from "./demoCustomers.ts";
import { demoPersonId } from "./demoPeople.ts";
import { demoProducts } from "./demoProducts.ts";
import { demoQuotes, type DemoQuote } from "./demoQuotes.ts";
import { seedId } from "./seedId.ts";

type Write = (type: string, name: string, wish: { readonly by: string; readonly fields: Fields }) => Promise<string>;

/** The reps share the customers: Chinese ones are Chen Rui's, the others Sofia's. */
const repOf = (place: number): "chen.rui" | "sofia" =>
  /\p{Script=Han}/u.test(demoCustomers[place]?.name ?? "") ? "chen.rui" : "sofia";

const productOf = (sku: string) => {
  const product = demoProducts.find((it) => it.sku === sku);
  if (product === undefined) throw new Error(`the demo firm does not sell ${sku}`);
  return product;
};

const seedProducts = async (write: Write): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (const product of demoProducts) {
    ids.set(
      product.sku,
      await write("product", product.sku, { by: "tom", fields: { ...product, currency: "CNY", active: true } }),
    );
  }
  const entries = demoProducts
    .filter(({ category }) => category === "Servo" || category === "Motor")
    .map(({ sku, listPrice }) => ({ product: ids.get(sku) ?? "", price: listPrice, minQuantity: "1" }));
  await write("priceBook", "standard", {
    by: "tom",
    fields: {
      name: "Servo range 2026/27 伺服系列价格表",
      currency: "CNY",
      validFrom: "2026-01-01",
      validUntil: "2027-12-31",
      active: true,
      entries,
    },
  });
  return ids;
};

/** Who covers what: China by Chen Rui, the rest of the world by Sofia. */
const seedTerritories = async (write: Write): Promise<Readonly<Record<ReturnType<typeof repOf>, string>>> => {
  const territory = (name: string, rep: string): Promise<string> =>
    write("territory", name, { by: "mei.lin", fields: { name, members: [{ person: demoPersonId(rep) }] } });
  return {
    "chen.rui": await territory("China 中国", "chen.rui"),
    sofia: await territory("International 海外", "sofia"),
  };
};

const seedCustomers = async (
  write: Write,
): Promise<readonly { readonly customer: string; readonly contact: string }[]> => {
  const ids = [];
  const territories = await seedTerritories(write);
  for (const [place, { contact, address, taxNumber, ...told }] of demoCustomers.entries()) {
    const by = repOf(place);
    const optional = { ...(address === null ? {} : { address }), ...(taxNumber === null ? {} : { taxNumber }) };
    const customer = await write("customer", `${place}`, {
      by,
      fields: { ...told, ...optional, territory: territories[by], email: contact.email },
    });
    ids.push({
      customer,
      contact: await write("contact", `${place}`, { by, fields: { ...contact, customer, phone: told.phone } }),
    });
  }
  return ids;
};

const linesOf = (quote: DemoQuote, place: number, products: ReadonlyMap<string, string>) =>
  quote.lines.map(([sku, quantity, discount], index) => {
    const { nameZh, name, unit, listPrice } = productOf(sku);
    const description = /\p{Script=Han}/u.test(quote.name) ? nameZh : name;
    return {
      id: seedId(`quote ${place} line ${index}`),
      product: products.get(sku) ?? "",
      description,
      quantity,
      unit,
      listPrice,
      ...(discount === undefined ? {} : { discount }),
    };
  });

const costsOf = (quote: DemoQuote, place: number): readonly Fields[] => [
  ...quote.lines.map(([sku, quantity], index) => ({
    kind: "material",
    quoteLine: seedId(`quote ${place} line ${index}`),
    description: productOf(sku).name,
    quantity,
    unitCost: productOf(sku).cost,
  })),
  ...(quote.costs ?? []).map(([kind, description, quantity, unitCost]) => ({ kind, description, quantity, unitCost })),
];

/**
 * Writes what the demo firm works with, all of it through the door: products and a price book, customers with their
 * contacts, quotes in their drafts, cost sheets begun for some of them.
 *
 * Every write has a command id of its own that never changes, so a seed that was cut short goes on where it stopped.
 */
export const seedRecords = async (door: Pick<Door, "createRecord">): Promise<void> => {
  const write: Write = async (type, name, { by, fields }) => {
    const { recordId } = await door.createRecord(
      type,
      { commandId: seedId(`command ${type} ${name}`), fields },
      { personId: demoPersonId(by), via: "seed" },
    );
    if (recordId === null) throw new Error(`the demo's ${type} ${name} has no id`);
    return recordId;
  };
  const products = await seedProducts(write);
  const customers = await seedCustomers(write);
  for (const [place, quote] of demoQuotes.entries()) {
    const told = customers[quote.customer];
    if (told === undefined) throw new Error(`the demo has no customer ${quote.customer}`);
    const { name, discount, rep } = quote;
    const fields = {
      name,
      customer: told.customer,
      contact: told.contact,
      currency: "CNY",
      validUntil: "2027-12-31",
      ...(discount === null ? {} : { discount }),
      terms: "30 % with order, 60 % before shipment, 10 % after acceptance.",
      lines: linesOf(quote, place, products),
    };
    const quoteId = await write("quote", `${place}`, { by: rep, fields });
    if (quote.costs !== null)
      await write("costSheet", `${place}`, {
        by: "li.wei",
        fields: { quote: quoteId, currency: "CNY", rateDate: "2026-06-01", lines: costsOf(quote, place) },
      });
  }
};

/** The command that is written last: when it is there, the seed is whole. */
export const LAST_SEED_COMMAND = seedId(`command costSheet ${demoQuotes.findLastIndex(({ costs }) => costs !== null)}`);
