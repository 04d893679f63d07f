import { createHash, createHmac } from "node:crypto";

/** What every key begins with, so that one left lying about is found by a scanner. */
export const KEY_PREFIX = "sluice_";

/**
 * The text of the key that a command makes: nobody guesses it without the install's secret, and the same command sent twice
 * is answered with the same key, though only its hash is kept.
 */
export const keyText = (secret: string, { personId, commandId }: { personId: string; commandId: string }): string =>
  KEY_PREFIX + createHmac("sha256", secret).update(`api-key:${personId}:${commandId}`).digest("base64url");

/** What is kept of a key: as better-auth looks it up. */
export const keyHash = (text: string): string => createHash("sha256").update(text).digest("base64url");
