import { randomUUID } from "node:crypto";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

/** Cost 742 of 1,000 at list prices: at this discount the margin is 9.5 %, which the sales head and finance decide. */
const DEEP = "0.18";

describe("a special price", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const ask = async (quoteId: string, form: Record<string, string> = { discount: DEEP, note: "Strategic customer" }) =>
    firm.door.startCase(
      {
        commandId: randomUUID(),
        process: "specialPrice",
        recordType: "quote",
        recordId: quoteId,
        version: (await desk.get("quote", quoteId)).version,
        form,
      },
      firm.as("chen"),
    );
  const openTasks = (caseId: string) =>
    firm.rows<{ id: string; node: string }>("SELECT id, node FROM task WHERE case_id = $1 AND status = 'open'", [
      caseId,
    ]);
  const approve = async (caseId: string | null, by: StaffName) => {
    const [task] = await openTasks(String(caseId));
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: String(task?.id), act: { do: "approve" } },
      firm.as(by),
    );
    await firm.settle();
  };
  const anAgreedQuote = async () => {
    const quote = await desk.aSignedQuote();
    const asked = await ask(quote.id);
    await approve(asked.caseId, "wang");
    await approve(asked.caseId, "zhao");
    return quote;
  };
  const agreedAt = async (quoteId: string) => (await desk.get("quote", quoteId)).fields["priceAgreedAt"];
  const submitted = async (quote: { readonly caseId: string }) => {
    await firm.door.moveCase({ commandId: randomUUID(), caseId: quote.caseId, move: "submit" }, firm.as("chen"));
    await firm.settle();
    return (await openTasks(quote.caseId)).map(({ node }) => node);
  };

  it("once agreed, needs no approval of the discount any more", async () => {
    const quote = await anAgreedQuote();

    expect(await agreedAt(quote.id)).not.toBeNull();
    expect(await submitted(quote)).toEqual([]);
  });

  it("holds for exactly what was agreed: another discount, and the manager is asked again", async () => {
    const quote = await anAgreedQuote();
    await desk.patch("quote", quote.id, { note: "call before noon" });
    expect(await agreedAt(quote.id)).not.toBeNull();

    await desk.patch("quote", quote.id, { discount: "0.17" });

    expect(await agreedAt(quote.id)).toBeNull();
    expect(await submitted(quote)).toEqual(["managerApproval"]);
  });

  it("keeps the offer as it is while it is decided on", async () => {
    const quote = await desk.aSignedQuote();
    await ask(quote.id);

    expect(await codesOf(desk.patch("quote", quote.id, { discount: "0.5" }))).toEqual(["RECORD_LOCKED"]);
  });

  it.each([
    { name: "before the quote is costed", made: () => desk.aQuote() },
    {
      name: "after it was submitted",
      made: async () => {
        const quote = await desk.aSignedQuote();
        await submitted(quote);
        return quote;
      },
    },
  ])("is not asked for $name", async ({ made }) => {
    const quote = await made();

    expect(await codesOf(ask(quote.id))).toEqual(["GUARD_CLOSED"]);
    expect((await desk.get("quote", quote.id)).fields["note"] ?? null).toBeNull();
  });

  it("is written by nobody's hand", async () => {
    const quote = await desk.aSignedQuote();
    const byHand = desk.patch("quote", quote.id, { priceAgreedAt: "2026-01-01T00:00:00Z" }, "mei");
    expect(await codesOf(byHand)).toEqual(["FIELD_NOT_ALLOWED"]);
  });
});
