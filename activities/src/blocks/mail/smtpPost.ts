import { machineReason } from "@sluice/problems";
import nodemailer from "nodemailer";
import type { Handed, Post } from "./post.ts";

export interface SmtpSettings {
  readonly url: string;
  readonly from: string;
  /** For each silence of the other side. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 12_000;

/**
 * Listens to what the client says to the server. Errors of a broken connection look alike wherever it broke, so this alone
 * tells whether the content was on its way: it is after `DATA`.
 */
const aWitness = () => {
  let hasBegunContent = false;
  const hear = (_entry: unknown, line?: unknown): void => {
    if (line === "DATA") hasBegunContent = true;
  };
  const logger = { level: () => undefined, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
  return { logger, hasBegunContent: () => hasBegunContent };
};

/** Reads what nodemailer throws: a 4xx or 5xx is a refusal, a break before the content is known not to have delivered. */
const handedOf = (error: Error, hasBegunContent: boolean): Handed => {
  const status: unknown = Reflect.get(error, "responseCode");
  if (typeof status === "number" && status >= 400) {
    return { handed: "not", reason: machineReason("mailRefused", { status }), again: status < 500 };
  }
  const code = String(Reflect.get(error, "code"));
  return hasBegunContent
    ? { handed: "lost", reason: machineReason("mailServerSilent", { code }) }
    : { handed: "not", reason: machineReason("mailServerAway", { code }), again: true };
};

/** Hands mail to an SMTP server, one connection a mail. */
export const smtpPost = ({ url, from, silenceMs = SILENCE_MS }: SmtpSettings): Post => ({
  hand: async (mail, attached) => {
    const witness = aWitness();
    const transport = nodemailer.createTransport({
      url,
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      debug: true,
      logger: witness.logger,
    });
    try {
      const { rejected } = await transport.sendMail({
        from,
        to: mail.to.map((address) => ({ name: "", address })),
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
        attachments:
          attached === null
            ? []
            : [{ filename: attached.name, contentType: attached.mediaType, content: Buffer.from(attached.content) }],
      });
      return { handed: "over", refused: rejected.length };
    } catch (error) {
      if (error instanceof Error && "code" in error) return handedOf(error, witness.hasBegunContent());
      throw error;
    } finally {
      transport.close();
    }
  },
});
