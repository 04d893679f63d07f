import { idempotencyKey } from "@sluice/contracts";
import { machineReason } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { EffectWork, Ending, OuterBlock } from "../outerBlock.ts";
import { PrivateAddress } from "./checkedLookup.ts";
import { CallBroken, type Posted, postJson } from "./postJson.ts";
import { signatureOf } from "./signatureOf.ts";

export interface WebhookSettings {
  /** Signs every call; the receiver knows it too. */
  readonly secret: string;
  readonly allowPrivate: boolean;
  readonly withinMs?: number;
}

const WITHIN_MS = 20_000;
const ANSWER_LIMIT_BYTES = 65_536;
const BODY_LIMIT_BYTES = 1_000_000;
/** Worth another quick attempt: too early, too many, or a server in trouble. */
const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

const refused = (reason: string): Ending => ({ ending: "notDone", reason, again: false });

const urlOf = (value: Json | undefined): URL | null => {
  if (typeof value !== "string" || !URL.canParse(value)) return null;
  const url = new URL(value);
  return (url.protocol === "https:" || url.protocol === "http:") && url.username === "" && url.password === ""
    ? url
    : null;
};

const answerOf = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};

const endingOf = ({ status, text }: Posted): Ending => {
  if (status >= 200 && status < 300) return { ending: "done", output: { status, answer: answerOf(text) } };
  if (status >= 300 && status < 400) return refused(machineReason("redirects", { status }));
  return status >= 500 || status === 408
    ? { ending: "unknown", reason: machineReason("answered", { status }) }
    : { ending: "notDone", reason: machineReason("answered", { status }), again: AGAIN.has(status) };
};

/** What is posted: the payload, or, to take an earlier call back, the key that it was made under with what it said and got. */
const bodyOf = ({ input, caseId }: Pick<EffectWork, "input" | "caseId">): string => {
  const { undoes, answer = null } = input;
  const payload = input["payload"] ?? {};
  return JSON.stringify(
    typeof undoes === "string" ? { undoes: idempotencyKey(caseId, undoes), payload, answer } : payload,
  );
};

/**
 * Posts JSON to an address outside, under the effect's `Idempotency-Key` and signed with the instant it is sent.
 *
 * Never reaches a private, loopback or link-local address unless the install allows it, checked on the address connected to;
 * follows no redirect; takes at most 20 seconds, 1 MB out and 64 KB in.
 */
export const webhook = ({ secret, allowPrivate, withinMs = WITHIN_MS }: WebhookSettings): OuterBlock => ({
  perform: async ({ input, idempotencyKey: key, caseId }) => {
    const url = urlOf(input["url"]);
    if (url === null) return refused(machineReason("notWebAddress"));
    const body = bodyOf({ input, caseId });
    if (Buffer.byteLength(body) > BODY_LIMIT_BYTES) return refused(machineReason("dataTooLarge"));
    const headers = {
      "Idempotency-Key": key,
      "Sluice-Signature": signatureOf(body, { secret, nowMs: Date.now() }),
      "Sluice-Case": caseId,
      "User-Agent": "Sluice",
    };
    try {
      return endingOf(
        await postJson({ url, body, headers, allowPrivate, withinMs, answerLimitBytes: ANSWER_LIMIT_BYTES }),
      );
    } catch (error) {
      if (error instanceof PrivateAddress) return refused(error.message);
      if (!(error instanceof CallBroken)) throw error;
      return error.wasSent
        ? { ending: "unknown", reason: error.message }
        : { ending: "notDone", reason: error.message, again: true };
    }
  },
});
