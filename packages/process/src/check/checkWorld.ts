import type { RightsRule } from "@sluice/domain";
import type { BlockSchema } from "../blocks/index.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import type { Called, Caller } from "./data/called.ts";

/** What a definition is checked against. Whatever is left out is not checked; blocks are always those of this package. */
export interface CheckWorld {
  readonly schemas?: RecordSchemas;
  readonly roles?: readonly string[];
  readonly posts?: readonly string[];
  /** Keys of the rules of the domain (`quote.costSigned`). */
  readonly rules?: readonly string[];
  /** Keys of the processes that are published. */
  readonly processes?: readonly string[];
  /** Their versions, by key; a key that is left out is not checked for its version. */
  readonly versions?: Readonly<Record<string, readonly number[]>>;
  /** The published versions that this process calls; one that is left out is not checked for what it does with variables. */
  readonly called?: readonly Called[];
  /** The published processes that call this one in whichever version is in force. */
  readonly callers?: readonly Caller[];
  /** The published life-cycles: which records each one moves. */
  readonly lifeCycles?: readonly {
    readonly key: string;
    readonly recordType: string;
    readonly departmentId: string | null;
  }[];
  /** The webhooks that published processes begin with, and whose each is. */
  readonly hooks?: readonly { readonly key: string; readonly hook: string }[];
  /** Who may read what, to tell people who are asked about what they cannot see. */
  readonly rights?: readonly RightsRule[];
  readonly blocks?: Readonly<Record<string, BlockSchema>>;
}
