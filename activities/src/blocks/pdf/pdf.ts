import { machineReason, Refusal } from "@sluice/problems";
import type { Files, KeptFile } from "../../files/files.ts";
import type { Ending, OuterBlock } from "../outerBlock.ts";
import { givenText } from "./givenText.ts";
import { printQuote } from "./printQuote.ts";
import type { QuoteDocument } from "./quoteDocument.ts";

/** A file that an effect made, and whose it is. */
export interface MadeFile extends KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly caseId: string;
  /** Asked for twice under one key, it is noted once. */
  readonly idempotencyKey: string;
}

export interface PdfSettings {
  readonly files: Files;
  /** Reads a quote as it is to be printed; null when there is none. */
  readonly quote: (id: string, language: "en" | "zh" | null) => Promise<QuoteDocument | null>;
  /** The codes of what stands against printing it now: a quote whose costs are not signed is not printed by anybody. */
  readonly against: (id: string) => Promise<readonly string[]>;
  /** Notes a made file and answers its id. */
  readonly note: (file: MadeFile) => Promise<string>;
}

/** The printed quote, or the refusal that says why it cannot be printed as it is written. */
const printed = async (document: QuoteDocument): Promise<Uint8Array | Refusal> => {
  try {
    return await printQuote(document);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

const notDone = (reason: string): Ending => ({ ending: "notDone", reason, again: false });

/** Prints a quote and keeps the file with it. Prints and notes again what was lost; under one key there is one file. */
export const pdf = ({ files, quote, against, note }: PdfSettings): OuterBlock => ({
  perform: async ({ input, idempotencyKey, caseId }) => {
    const { quote: id, language } = input;
    if (typeof id !== "string") return notDone(machineReason("noQuoteNamed"));
    const document = await quote(id, language === "en" || language === "zh" ? language : null);
    if (document === null) return notDone(machineReason("quoteGone"));
    const codes = await against(id);
    if (codes.length > 0) return notDone(machineReason("cannotBePrinted", { code: codes }));
    const opening = givenText(input["opening"], document.language);
    if ("reason" in opening) return notDone(opening.reason);
    const closing = givenText(input["closing"], document.language);
    if ("reason" in closing) return notDone(closing.reason);
    const content = await printed({
      ...document,
      ...(opening.text === "" ? {} : { opening: opening.text }),
      ...(closing.text === "" ? {} : { closing: closing.text }),
    });
    if (content instanceof Refusal)
      return notDone(machineReason("cannotBePrinted", { code: content.problems.map(({ code }) => code) }));
    const kept = await files.keep(content);
    const name = `${document.number.replace(/[^\p{L}\p{N}._-]/gu, "_")}.pdf`;
    const file = await note({
      ...kept,
      name,
      mediaType: "application/pdf",
      recordType: "quote",
      recordId: id,
      caseId,
      idempotencyKey,
    });
    return { ending: "done", output: { file, name } };
  },
});
