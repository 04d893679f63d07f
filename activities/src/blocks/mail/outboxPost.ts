import type { Pool } from "pg";
import { idOfKey } from "../../files/idOfKey.ts";
import type { Post } from "./post.ts";

/** Keeps mail on the local outbox page instead of sending it: exactly one row for a Message-ID, however often it is handed over. */
export const outboxPost = (pool: Pool): Post => ({
  hand: async ({ messageId, to, subject, text }, attached, caseId) => {
    const attachments = attached === null ? [] : [{ id: attached.id, name: attached.name }];
    await pool.query(
      `INSERT INTO mail_outbox (id, message_id, case_id, "to", subject, text, attachments)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [idOfKey(messageId), messageId, caseId, [...to], subject, text, JSON.stringify(attachments)],
    );
    return { handed: "over", refused: 0 };
  },
});
