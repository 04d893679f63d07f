import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

describe("a quote, once it was sent", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  /** Sending is the carrier's work and has its own tests; here only what stands afterwards counts. */
  const aSentQuote = async () => {
    const quote = await desk.aSignedQuote();
    await firm.rows("UPDATE quote SET sent_at = now() WHERE id = $1", [quote.id]);
    return quote;
  };

  it.each([
    { name: "its discount", fields: { discount: "0.5" } },
    { name: "its terms", fields: { terms: "Free of charge" } },
    { name: "its lines", fields: { lines: [] } },
  ])("says the same for ever: $name", async ({ fields }) => {
    const quote = await aSentQuote();
    expect(await codesOf(desk.patch("quote", quote.id, fields))).toEqual(["DOCUMENT_ISSUED"]);
  });

  it.each([
    { name: "draft", made: () => desk.aSignedQuote(), rights: ["edit", "edit", "edit"] },
    { name: "sent quote", made: aSentQuote, rights: ["read", "read", "edit"] },
  ])("says before anybody types what of a $name may be changed", async ({ made, rights }) => {
    const { id } = await made();

    const { fieldRights, told } = await desk.get("quote", id);

    expect([fieldRights["discount"], fieldRights["lines"], fieldRights["note"]]).toEqual(rights);
    expect(told.includes("lines")).toBe(rights[1] === "read");
  });

  it("may still be noted on", async () => {
    const quote = await aSentQuote();
    expect(
      await codesOf(desk.patch("quote", quote.id, { note: "They called.", lines: [await desk.lineOf(quote.id)] })),
    ).toEqual([]);
  });

  it("becomes one order when it is accepted, even for two at once, and the order is a copy", async () => {
    const quote = await aSentQuote();
    await firm.rows("UPDATE quote SET accepted_at = now() WHERE id = $1", [quote.id]);
    const outcomes = await Promise.all(
      [desk.create("order", { quote: quote.id }), desk.create("order", { quote: quote.id }, "mei")].map((attempt) =>
        codesOf(attempt),
      ),
    );
    expect(outcomes.toSorted((one, other) => one.length - other.length)).toEqual([[], ["DUPLICATE"]]);
    const [order] = await firm.rows<{ id: string }>("SELECT id FROM sales_order WHERE quote_id = $1", [quote.id]);
    expect((await desk.get("order", String(order?.id))).fields).toMatchObject({
      customer: desk.customer,
      currency: "CNY",
      total: "1000",
      lines: [{ description: "Valve", quantity: "10", unitPrice: "100", total: "1000" }],
    });
    expect(await codesOf(desk.patch("order", String(order?.id), { currency: "EUR" }, "mei"))).toEqual([
      "FIELD_NOT_ALLOWED",
    ]);
  });

  it("is not ordered once its cost has gone stale", async () => {
    const quote = await aSentQuote();
    await firm.rows("UPDATE quote SET accepted_at = now() WHERE id = $1", [quote.id]);
    await desk.patch("product", quote.product, { cost: "90" }, "tom");
    expect(await codesOf(desk.create("order", { quote: quote.id }))).toEqual(["COST_NOT_SIGNED"]);
  });

  it("is ordered by its own customer in its own currency only", async () => {
    const quote = await aSentQuote();
    await firm.rows("UPDATE quote SET accepted_at = now() WHERE id = $1", [quote.id]);
    const other = await firm.aCustomer({ name: "Someone else" });
    expect(await codesOf(desk.create("order", { quote: quote.id, customer: other, currency: "EUR" }))).toEqual([
      "INPUT_INVALID",
      "INPUT_INVALID",
    ]);
  });
});
