import type { BlockSchema } from "../blocks/index.ts";
import type { RecordSchemas } from "../kernel/compile.ts";

/** What a definition is checked against. Whatever is left out is not checked; blocks are always those of this package. */
export interface CheckWorld {
  readonly schemas?: RecordSchemas;
  readonly roles?: readonly string[];
  readonly posts?: readonly string[];
  /** Keys of the rules of the domain (`quote.costSigned`). */
  readonly rules?: readonly string[];
  /** Keys of the processes that are published. */
  readonly processes?: readonly string[];
  readonly blocks?: Readonly<Record<string, BlockSchema>>;
}
