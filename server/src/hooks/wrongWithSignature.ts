import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the instant of a signature may be from now, either way. */
const WITHIN_SECONDS = 300;
const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

interface Signed {
  readonly secret: string;
  readonly body: Buffer;
  readonly nowMs: number;
}

/**
 * Tells what is wrong with a `Sluice-Signature` (`t=<epoch seconds>,v1=<hex HMAC-SHA256 of "t.body">`), or null when it fits.
 *
 * Only bytes as they were sent are signed, so a body is to be checked before it is read. Pure.
 */
export const wrongWithSignature = (header: unknown, { secret, body, nowMs }: Signed): string | null => {
  const [, at = "", given = ""] = FORM.exec(typeof header === "string" ? header : "") ?? [];
  if (at === "") return "Sluice-Signature is missing or not of the form t=…,v1=…";
  const wanted = createHmac("sha256", secret).update(`${at}.`).update(body).digest();
  if (!timingSafeEqual(Buffer.from(given, "hex"), wanted)) return "it is not that of this body";
  return Math.abs(nowMs / 1_000 - Number(at)) > WITHIN_SECONDS ? "its instant is more than five minutes away" : null;
};
