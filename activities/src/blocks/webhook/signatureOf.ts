import { createHmac } from "node:crypto";

/**
 * Signs a body with the instant at which it is sent: `t=<epoch seconds>,v1=<hex HMAC-SHA256 of "t.body">`.
 *
 * The receiver computes the same and refuses instants more than minutes away, so a recorded call cannot be played again.
 */
export const signatureOf = (
  body: string,
  { secret, nowMs }: { readonly secret: string; readonly nowMs: number },
): string => {
  const at = Math.floor(nowMs / 1000);
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
};
