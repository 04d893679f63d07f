import type { Asking } from "./asking.ts";

/** A quote as a story needs it: what it is worth, and its share that remains after cost. */
export interface Wanted {
  readonly name: string;
  readonly total: number;
  readonly margin: number;
}

interface Crew {
  readonly rep: Asking;
  readonly engineer: Asking;
  readonly finance: Asking;
}

interface Listed {
  readonly id: string;
  readonly record: { readonly id: string } | null;
}

/** How many of them are on their way at once. */
const AT_ONCE = 4;

/** Does something for each, a few at a time. */
export const forEachOf = async <Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(act))));
  return results;
};

const VALID_UNTIL = "2030-12-31";

/** Quotes in draft, each costed by an engineer and signed by finance, through the doors that people use. Answers their ids, in order. */
export const costedQuotes = async ({ rep, engineer, finance }: Crew, wanted: readonly Wanted[]): Promise<string[]> => {
  const [customer] = await rep.all<{ id: string }>("customers.list");
  const sheets = await forEachOf(wanted, async ({ name, total, margin }) => {
    const quote = await rep.command("quotes.create", {
      fields: {
        name,
        customer: customer?.id,
        currency: "CNY",
        validUntil: VALID_UNTIL,
        lines: [{ description: name, quantity: "1", unit: "pcs", listPrice: String(total) }],
      },
    });
    const sheet = await rep.command("quotes.requestCosting", { id: quote.recordId });
    const { fields } = await rep.get<{ fields: { lines: { id: string }[] } }>("quotes.get", { id: quote.recordId });
    const line = {
      kind: "material",
      quoteLine: fields.lines[0]?.id,
      description: name,
      quantity: "1",
      unitCost: String(Math.round(total * (1 - margin))),
    };
    return { quote: quote.recordId, sheet: sheet.recordId, form: { lines: [line], validUntil: VALID_UNTIL } };
  });
  const taskBySheet = async (asked: Asking) =>
    new Map(
      (await asked.all<Listed>("tasks.inbox", { process: "costSignOff" })).map(
        ({ id, record }) => [record?.id, id] as const,
      ),
    );
  const costing = await taskBySheet(engineer);
  await forEachOf(sheets, ({ sheet, form }) =>
    engineer.command("tasks.act", { taskId: costing.get(sheet), act: { do: "complete", outcome: "costed" }, form }),
  );
  const signing = await taskBySheet(finance);
  await forEachOf(sheets, ({ sheet }) =>
    finance.command("tasks.act", { taskId: signing.get(sheet), act: { do: "approve" } }),
  );
  return sheets.map(({ quote }) => quote);
};
