import type { EffectProfile } from "@sluice/contracts";
import type { LocalText } from "@sluice/problems";
import type { Variable } from "../definition/variable.ts";

/** What an input takes or an output gives: a variable's type, a longer text, a text in both languages, a kept file's id, or any JSON. */
export type BlockValueType = Variable["type"] | "longText" | "localText" | "file" | "fields" | "json";

export interface BlockInput {
  readonly type: BlockValueType;
  readonly label: LocalText;
  readonly required: boolean;
  /** A program reads this text: values stand in it as they are kept, unless somebody wants them otherwise. */
  readonly exact?: true;
  /** It has paragraphs. */
  readonly long?: true;
}

export interface BlockOutput {
  readonly type: BlockValueType;
  readonly label: LocalText;
}

/** A block as admins meet it: what it does, what it takes, what it gives. */
export interface BlockSchema {
  readonly key: string;
  readonly name: LocalText;
  readonly description: LocalText;
  /** Inner: a write in the step's own transaction. Outer: an effect that the carrier performs after it. */
  readonly place: "inner" | "outer";
  readonly inputs: Readonly<Record<string, BlockInput>>;
  readonly outputs: Readonly<Record<string, BlockOutput>>;
  /** What happens when nobody knows whether it happened: done again under the same key, or a person is asked. */
  readonly onUnknown: "repeat" | "ask";
  /** What goes into it becomes data, or is handed to another case: values go in as they are kept, never as people say them. */
  readonly keeps?: true;
  /** Knows how to take back what it did before: it is given what that was given, what it answered, and its key. */
  readonly takesBack?: true;
  /** How long one attempt may take. Inner blocks take no time of their own. */
  readonly profile: EffectProfile;
}
