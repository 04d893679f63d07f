import type { Happening } from "../kernel/event.ts";

/** What stands for words, a file or a signature that nobody was asked for then. */
const NOTHING_ASKED = "–";

type Persons = Happening & { readonly type: "task" | "move" };

/** A person's act with whatever a step may ask to come with it: that they would not have found words is no finding. */
export const standIn = <Act extends Persons>(act: Act): Act =>
  act.type === "move"
    ? { ...act, reason: act.reason ?? NOTHING_ASKED }
    : {
        ...act,
        comment: act.comment ?? NOTHING_ASKED,
        signature: act.signature ?? NOTHING_ASKED,
        attachments: act.attachments.length > 0 ? act.attachments : [NOTHING_ASKED],
      };
