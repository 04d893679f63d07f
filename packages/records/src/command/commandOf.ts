import type { Caller } from "../door.ts";
import type { FieldsHeld } from "../transaction/runTransaction.ts";

/** A person's command: what is asked, in words that two different wishes never share. */
export interface CommandOf<Input> {
  readonly name: string;
  readonly commandId: string;
  readonly input: Input;
  readonly caller: Caller;
  /** `alone` for a command that changes custom fields: nothing else is written meanwhile. */
  readonly fields?: FieldsHeld;
  /** What a refusal is noted with. */
  readonly about?: { readonly recordType?: string; readonly recordId?: string; readonly caseId?: string };
}
