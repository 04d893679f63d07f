import { randomUUID } from "node:crypto";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

describe("what is signed is what was costed, and what is sent is what was approved", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    desk = await aQuoteDesk(firm);
  });
  afterAll(() => firm.close());

  const taskOf = async (caseId: string) =>
    (
      await firm.rows<{ id: string; node: string }>(
        "SELECT id, node FROM task WHERE case_id = $1 AND status = 'open'",
        [caseId],
      )
    )[0];
  const act = (taskId: string | undefined, outcome: "costed" | "approve", by: StaffName) =>
    firm.door.actOnTask(
      {
        commandId: randomUUID(),
        taskId: String(taskId),
        act: outcome === "costed" ? { do: "complete", outcome } : { do: "approve" },
        ...(outcome === "costed"
          ? {
              form: {
                lines: [{ kind: "material", description: "Valve", quantity: "10", unitCost: "60" }],
                validUntil: "2030-12-31",
              },
            }
          : {}),
      },
      firm.as(by),
    );
  const more = async (quoteId: string, quantity: string) =>
    desk.patch("quote", quoteId, { lines: [{ ...(await desk.lineOf(quoteId)), quantity }] });
  const move = (caseId: string, name: string) =>
    firm.door.moveCase({ commandId: randomUUID(), caseId, move: name, reason: "asked for" }, firm.as("chen"));
  const stageOf = async (caseId: string) =>
    (await firm.rows<{ stage_key: string }>('SELECT stage_key FROM "case" WHERE id = $1', [caseId]))[0]?.stage_key;
  const aSheetToSign = async () => {
    const quote = await desk.aQuote();
    const sheet = await desk.create("costSheet", { quote: quote.id, currency: "CNY", rateDate: "2026-11-01" });
    await act((await taskOf(sheet.caseId))?.id, "costed", "li");
    return { quote, sheet, signing: (await taskOf(sheet.caseId))?.id };
  };

  it("signs no sheet for a quote that was changed since it was costed, and says which line", async () => {
    const { quote, sheet, signing } = await aSheetToSign();
    await more(quote.id, "1000");
    await expect(act(signing, "approve", "zhao")).rejects.toMatchObject({
      problems: [
        {
          code: "COST_NOT_SIGNED",
          values: { reason: "outdated", line: 1, description: "Valve" },
          whoCanClear: [{ role: "costEngineer" }],
        },
      ],
    });
    expect((await desk.get("costSheet", sheet.id)).fields).toMatchObject({ signedAt: null, stale: true });
  });

  it("takes such a sheet back to its engineer by itself, and it is signed once it is costed anew", async () => {
    const { quote, sheet, signing } = await aSheetToSign();
    await more(quote.id, "1000");
    await firm.settle();
    expect(await stageOf(sheet.caseId)).toBe("costing");
    expect(await codesOf(act(signing, "approve", "zhao"))).toEqual(["TASK_CLOSED"]);
    await act((await taskOf(sheet.caseId))?.id, "costed", "li");
    await act((await taskOf(sheet.caseId))?.id, "approve", "zhao");
    expect((await desk.get("costSheet", sheet.id)).fields).toMatchObject({ valid: true, stale: false });
  });

  it("lets a sheet be signed whose quote was changed while its engineer still worked on it", async () => {
    const quote = await desk.aQuote();
    const sheet = await desk.create("costSheet", { quote: quote.id, currency: "CNY", rateDate: "2026-11-01" });
    await more(quote.id, "12");
    await firm.settle();
    await act((await taskOf(sheet.caseId))?.id, "costed", "li");
    expect(await stageOf(sheet.caseId)).toBe("signing");
    await act((await taskOf(sheet.caseId))?.id, "approve", "zhao");
    expect((await desk.get("costSheet", sheet.id)).fields).toMatchObject({ valid: true });
  });

  it("sends no quote at a price that nobody approved, and takes it back to its approvers", async () => {
    const quote = await desk.aSignedQuote();
    await move(quote.caseId, "submit");
    expect(await stageOf(quote.caseId)).toBe("approved");
    await desk.patch("quote", quote.id, { discount: "0.6" });
    expect(await codesOf(move(quote.caseId, "send"))).toEqual(["CONTROL_POINT"]);
    await firm.settle();
    expect([await stageOf(quote.caseId), (await taskOf(quote.caseId))?.node]).toEqual(["approval", "managerApproval"]);
  });

  it("sends what was approved, whatever is noted about it meanwhile", async () => {
    const quote = await desk.aSignedQuote();
    await move(quote.caseId, "submit");
    await desk.patch("quote", quote.id, { note: "call them first" });
    await firm.settle();
    expect(await codesOf(move(quote.caseId, "send"))).toEqual([]);
  });

  it("keeps a quote closed while its manager decides, but for the note", async () => {
    const quote = await desk.aSignedQuote();
    await desk.patch("quote", quote.id, { discount: "0.2" });
    await move(quote.caseId, "submit");
    expect(await codesOf(desk.patch("quote", quote.id, { discount: "0.6" }))).toEqual(["RECORD_LOCKED"]);
    expect(await codesOf(desk.patch("quote", quote.id, { note: "they asked twice" }))).toEqual([]);
  });
});
