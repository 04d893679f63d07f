import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import type { OutboxMail } from "./mailShapes.ts";

const attachments = z
  .array(z.looseObject({ id: z.string().optional(), name: z.string().catch("file"), size: z.coerce.number().catch(0) }))
  .catch([]);

/** A page of the mail that was kept here instead of being sent, newest first. */
export const listMails = async (
  db: Kysely<DB>,
  { cursor, limit }: { readonly cursor?: string | null | undefined; readonly limit: number },
): Promise<{ items: OutboxMail[]; nextCursor: string | null }> => {
  let query = db.selectFrom("mail_outbox").selectAll();
  if (cursor) {
    const [at, id] = fromCursor(cursor, ["instant", "id"]);
    query = query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const page = pageFrom(
    await query
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute(),
    limit,
    (row) => [row.at, row.id],
  );
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => ({
      id: row.id,
      to: row.to.join(", "),
      subject: row.subject,
      at: row.at,
      text: row.text,
      attachments: attachments
        .parse(row.attachments)
        .map((file, index) => ({ id: file.id ?? String(index), name: file.name, size: file.size })),
    })),
  };
};
