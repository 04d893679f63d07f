import { createHmac } from "node:crypto";

/**
 * Answers a secret for one purpose, made from the install's own. Whoever knows it learns nothing of that one, so it can be given
 * to those who need it: `printf '<purpose>' | openssl dgst -sha256 -hmac "$SLUICE_SECRET"` says the same.
 */
export const derivedSecret = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose).digest("hex");
