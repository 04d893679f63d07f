import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { z } from "zod";
import { keyAccess } from "../auth/keyAccess.ts";
import type { Reader } from "../reader.ts";
import type { ApiKeyRow } from "./apiKeyShapes.ts";

const kept = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.object({ api: z.array(z.enum(keyAccess)).min(1) }));

/** The keys of one person that open anything, newest first. */
export const listApiKeys = async (db: Kysely<DB>, reader: Reader): Promise<ApiKeyRow[]> => {
  const rows = await db
    .selectFrom("auth_apikey")
    .select(["id", "name", "start", "permissions", "created_at", "expires_at", "last_request"])
    .where("reference_id", "=", reader.personId)
    .where("expires_at", ">", new Date().toISOString())
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => {
    const permissions = kept.safeParse(row.permissions ?? "{}");
    const access = permissions.success ? permissions.data.api.at(-1) : undefined;
    if (access === undefined || row.expires_at === null) return [];
    return [
      {
        id: row.id,
        name: row.name ?? "",
        start: row.start ?? "",
        access,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        lastUsedAt: row.last_request,
      },
    ];
  });
};
