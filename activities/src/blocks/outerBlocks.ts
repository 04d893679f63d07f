import type { Config } from "@sluice/config";
import type { Pool } from "pg";
import { findAttached, noteFile } from "../files/attachments.ts";
import { folderFiles } from "../files/folderFiles.ts";
import { mail } from "./mail/mail.ts";
import { outboxPost } from "./mail/outboxPost.ts";
import { smtpPost } from "./mail/smtpPost.ts";
import type { OuterBlocks } from "./outerBlock.ts";
import { againstPrinting } from "./pdf/againstPrinting.ts";
import { pdf } from "./pdf/pdf.ts";
import { readQuote } from "./pdf/readQuote.ts";
import { webhook } from "./webhook/webhook.ts";

/** What blocks take from the configuration. */
export type BlockSettings = Pick<Config, "filesDir" | "mail" | "webhookSecrets" | "webhookAllowPrivate">;

/** Every outer block of an install, as it is configured. One file here for each that `packages/process/src/blocks` declares. */
export const outerBlocks = (
  pool: Pool,
  { filesDir, mail: { smtpUrl, from }, webhookSecrets, webhookAllowPrivate }: BlockSettings,
): OuterBlocks => {
  const files = folderFiles(filesDir);
  return {
    mail: mail({
      post: smtpUrl === null ? outboxPost(pool) : smtpPost({ url: smtpUrl, from }),
      from,
      attachment: (id) => findAttached(pool, files, id),
    }),
    pdf: pdf({
      files,
      quote: (id, language) => readQuote(pool, id, language),
      against: againstPrinting(pool),
      note: (file) => noteFile(pool, file),
    }),
    webhook: webhook({ secret: webhookSecrets.out, allowPrivate: webhookAllowPrivate }),
  };
};
