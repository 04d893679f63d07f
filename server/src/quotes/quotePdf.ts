import { COST_SIGNED_RULE } from "@sluice/domain";
import { assertAllowed } from "@sluice/problems";
import { checkRule, noteRead, type Reads } from "@sluice/records";
import type { Reader } from "../reader.ts";
import { findView, readView } from "../records/readRecords.ts";
import { type PrintQuote, quoteDocument } from "./quoteDocument.ts";

interface Parts {
  readonly reads: Reads;
  readonly print: PrintQuote;
  readonly firm: string;
}

/**
 * Prints a quote for its reader, when what it costs is signed off as it stands now. That it was taken out is kept in the audit trail.
 *
 * @problem COST_NOT_SIGNED - it is not: which line, which sheet, who can sign
 * @problem NOT_FOUND - there is none, or the reader may not see it
 */
export const quotePdf = async (
  { reads, print, firm }: Parts,
  id: string,
  reader: Reader,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const quote = await readView(reads, "quote", id, reader);
  assertAllowed(
    await checkRule(reads, { ref: { type: "quote", id }, rule: COST_SIGNED_RULE, personId: reader.personId }),
  );
  await noteRead(reads, { personId: reader.personId, action: "exported", ref: { type: "quote", id } });
  const customerId = quote.fields["customer"];
  const customer = typeof customerId === "string" ? await findView(reads, "customer", customerId, reader) : null;
  const address = customer?.fields["address"];
  const issuedOn = new Date().toISOString().slice(0, 10);
  const document = quoteDocument(quote, {
    language: reader.language,
    firm,
    address: typeof address === "string" ? address : "",
    issuedOn,
  });
  return { name: `${document.number}.pdf`, bytes: await print(document) };
};
