import { createHash } from "node:crypto";
import { machineReason } from "@sluice/problems";
import type { Json } from "@sluice/process";

/** One mail, ready to leave. Nothing in it can open a header of its own. */
export interface MailMessage {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The id of a kept file, or null. */
  readonly file: string | null;
}

const MOST_ADDRESSES = 50;
const LONGEST_SUBJECT = 400;
const LONGEST_TEXT = 200_000;
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,253}$/u;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

const addressesOf = (value: Json | undefined): readonly string[] => {
  const all = typeof value === "string" ? value.split(/[,;]/) : Array.isArray(value) ? value : [];
  return [...new Set(all.map((it) => (typeof it === "string" ? it.trim() : "")))];
};

/** The id that every attempt at one mail carries, so that a receiver can tell a repetition. */
export const messageIdOf = (idempotencyKey: string, from: string): string => {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return `<${createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 32)}@${domain}>`;
};

/** A mail that takes an earlier one back says so first: it cannot know the language of that one. */
const withdrawn = (subject: Json | undefined, undoes: Json | undefined): Json | undefined =>
  typeof undoes === "string" && typeof subject === "string" ? `Withdrawn 已撤回: ${subject}` : subject;

/**
 * Makes a mail of a block's input, or tells in a few words what is wrong with it.
 *
 * Line breaks and other control characters in an address refuse it; in a subject they become a space.
 */
export const mailMessageOf = (
  input: { readonly [name: string]: Json },
  { idempotencyKey, from }: { readonly idempotencyKey: string; readonly from: string },
): MailMessage | string => {
  const to = addressesOf(input["to"]);
  if (to.length === 0 || to.length > MOST_ADDRESSES) return machineReason("addressCount", { most: MOST_ADDRESSES });
  if (!to.every((address) => ADDRESS.test(address))) return machineReason("notMailAddress");
  const { text, file, undoes } = input;
  const subject = withdrawn(input["subject"], undoes);
  if (typeof subject !== "string" || typeof text !== "string") return machineReason("subjectAndText");
  if (text.length > LONGEST_TEXT) return machineReason("textTooLong");
  return {
    messageId: messageIdOf(idempotencyKey, from),
    to,
    subject: subject.replace(CONTROL, " ").trim().slice(0, LONGEST_SUBJECT),
    text: text.replaceAll(/\r\n?/g, "\n"),
    file: typeof file === "string" && file !== "" ? file : null,
  };
};
