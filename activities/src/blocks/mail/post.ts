import type { MailMessage } from "./mailMessage.ts";

/** A file that goes with a mail. */
export interface Attached {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** What came of handing a mail over; `refused` counts addresses that were not taken beside others that were. `lost` may have been delivered. */
export type Handed =
  | { readonly handed: "over"; readonly refused: number }
  | { readonly handed: "not"; readonly reason: string; readonly again: boolean }
  | { readonly handed: "lost"; readonly reason: string };

/** The way that mail leaves this install. */
export interface Post {
  hand(mail: MailMessage, attached: Attached | null, caseId: string): Promise<Handed>;
}
