import { randomUUID } from "node:crypto";
import type { Json } from "@sluice/process";
import { templates } from "@sluice/templates";
import type { TestFirm } from "../../../test/support/aFirm.ts";
import { type aQuoteDesk, aQuoteDesk as openDesk } from "../../../test/support/aQuoteDesk.ts";

const LINES = 12;

/** The first quote of a firm: of 12 lines, so cheap that its manager must approve, and costed and signed. */
export interface CostedQuote {
  readonly quoteId: string;
  readonly sheetId: string;
  readonly caseId: string;
  readonly desk: Awaited<ReturnType<typeof aQuoteDesk>>;
}

export const aCostedQuote = async (firm: TestFirm): Promise<CostedQuote> => {
  await firm.publish(...templates);
  const desk = await openDesk(firm);
  const lines: Json[] = [];
  for (let line = 1; line <= LINES; line += 1) {
    const product = await desk.create(
      "product",
      { sku: `V-${line}`, name: `Valve DN${line * 10}`, unit: "pcs", listPrice: "100", cost: "60", currency: "CNY" },
      "tom",
    );
    lines.push({
      product: product.id,
      description: `Valve DN${line * 10}`,
      quantity: "10",
      unit: "pcs",
      listPrice: "100",
    });
  }
  const quote = await desk.aQuote({ lines, discount: "0.2" });
  const sheet = await desk.create("costSheet", { quote: quote.id, currency: "CNY", rateDate: "2026-11-01" });
  const quoted = (await desk.get("quote", quote.id)).fields["lines"] as readonly { readonly id: string }[];
  const costed = quoted.map(({ id }) => ({
    kind: "material",
    quoteLine: id,
    description: "Valve",
    quantity: "10",
    unitCost: "60",
  }));
  const openTask = async (): Promise<string> =>
    String(
      (await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [sheet.caseId]))[0]
        ?.id,
    );
  await firm.door.actOnTask(
    {
      commandId: randomUUID(),
      taskId: await openTask(),
      act: { do: "complete", outcome: "costed" },
      form: { lines: costed, validUntil: "2036-12-31" },
    },
    firm.as("li"),
  );
  await firm.door.actOnTask(
    { commandId: randomUUID(), taskId: await openTask(), act: { do: "approve" } },
    firm.as("zhao"),
  );
  await firm.settle();
  return { quoteId: quote.id, sheetId: sheet.id, caseId: quote.caseId, desk };
};
