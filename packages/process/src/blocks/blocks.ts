import { assignOwner } from "./assignOwner/block.ts";
import type { BlockSchema } from "./blockSchema.ts";
import { createRecord } from "./createRecord/block.ts";
import { linkRecord } from "./linkRecord/block.ts";
import { mail } from "./mail/block.ts";
import { notice } from "./notice/block.ts";
import { openChild } from "./openChild/block.ts";
import { pdf } from "./pdf/block.ts";
import { setFields } from "./setFields/block.ts";
import { webhook } from "./webhook/block.ts";

/** Every block there is, by key: inner ones first, as the palette shows them. */
export const blocks: Readonly<Record<string, BlockSchema>> = {
  setFields,
  createRecord,
  linkRecord,
  assignOwner,
  openChild,
  notice,
  mail,
  pdf,
  webhook,
};
