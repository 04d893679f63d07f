import type { Pool } from "pg";
import type { Attached } from "../blocks/mail/post.ts";
import type { MadeFile } from "../blocks/pdf/pdf.ts";
import type { Files } from "./files.ts";
import { idOfKey } from "./idOfKey.ts";

interface AttachmentRow {
  readonly name: string;
  readonly media_type: string;
  readonly place: string;
}

/** Notes a made file with its record and answers its id. Under one key there is one, with the content noted last. */
export const noteFile = async (pool: Pool, file: MadeFile): Promise<string> => {
  const id = idOfKey(file.idempotencyKey);
  await pool.query(
    `INSERT INTO attachment (id, record_type, record_id, case_id, name, media_type, size, sha256, place)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET size = excluded.size, sha256 = excluded.sha256, place = excluded.place, name = excluded.name`,
    [id, file.recordType, file.recordId, file.caseId, file.name, file.mediaType, file.size, file.sha256, file.place],
  );
  return id;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds a kept file by its id; null when it is not there any more. */
export const findAttached = async (pool: Pool, files: Files, id: string): Promise<Attached | null> => {
  if (!UUID.test(id)) return null;
  const { rows } = await pool.query<AttachmentRow>(
    "SELECT name, media_type, place FROM attachment WHERE id = $1 AND deleted_at IS NULL",
    [id],
  );
  const [row] = rows;
  const content = row === undefined ? null : await files.read(row.place);
  return row === undefined || content === null ? null : { id, name: row.name, mediaType: row.media_type, content };
};
