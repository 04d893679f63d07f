import { z } from "zod";
import { keyAccess } from "../auth/keyAccess.ts";
import { command } from "../shape/command.ts";

/** A key as its owner sees it: `start` is what of its text is known. */
export const apiKeyRow = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  access: z.enum(keyAccess),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type ApiKeyRow = z.infer<typeof apiKeyRow>;

/** What a key is to be. Every key expires, after a year at the latest. */
export const apiKeyWish = command.extend({
  name: z.string().trim().min(1).max(60),
  access: z.enum(keyAccess),
  days: z.int().min(1).max(365),
});
export type ApiKeyWish = z.infer<typeof apiKeyWish>;

/** A key as it is made: `key` is its whole text, and is answered to this command only. */
export const madeApiKey = z.object({ id: z.string(), key: z.string() });
export type MadeApiKey = z.infer<typeof madeApiKey>;
