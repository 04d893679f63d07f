import { machineReason } from "@sluice/problems";
import type { OuterBlock } from "../outerBlock.ts";
import { mailMessageOf } from "./mailMessage.ts";
import type { Attached, Post } from "./post.ts";

export interface MailSettings {
  readonly post: Post;
  readonly from: string;
  /** Finds a kept file by its id; null when there is none. */
  readonly attachment: (id: string) => Promise<Attached | null>;
}

/** Sends one mail. Its Message-ID is the same for every attempt, and no input can open a header of its own. */
export const mail = ({ post, from, attachment }: MailSettings): OuterBlock => ({
  perform: async ({ input, idempotencyKey, caseId }) => {
    const message = mailMessageOf(input, { idempotencyKey, from });
    if (typeof message === "string") return { ending: "notDone", reason: message, again: false };
    const attached = message.file === null ? null : await attachment(message.file);
    if (message.file !== null && attached === null)
      return { ending: "notDone", reason: machineReason("attachedFileGone"), again: false };
    const handed = await post.hand(message, attached, caseId);
    switch (handed.handed) {
      case "over":
        return { ending: "done", output: { messageId: message.messageId, refused: handed.refused } };
      case "not":
        return { ending: "notDone", reason: handed.reason, again: handed.again };
      case "lost":
        return { ending: "unknown", reason: handed.reason };
    }
  },
});
