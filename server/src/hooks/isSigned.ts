import { createHmac, timingSafeEqual } from "node:crypto";

/** A signature is as old as its instant says; older or younger than this it is refused, so a recorded call soon is worth nothing. */
const TOLERANCE_SECONDS = 300;

export interface Signed {
  readonly body: string;
  /** `t=<epoch seconds>,v1=<hex HMAC-SHA256 of "t.body">`, as the webhooks that go out carry. */
  readonly signature: string | undefined;
  readonly secret: string;
  readonly nowMs: number;
}

/** Tells whether whoever sent this body knows the secret and has signed it just now. Takes the same time for any wrong one. */
export const isSigned = ({ body, signature, secret, nowMs }: Signed): boolean => {
  const [, at, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? "") ?? [];
  if (at === undefined || given === undefined) return false;
  if (Math.abs(nowMs / 1000 - Number(at)) > TOLERANCE_SECONDS) return false;
  const wanted = createHmac("sha256", secret).update(`${at}.${body}`).digest();
  return timingSafeEqual(wanted, Buffer.from(given, "hex"));
};
