import type { Json } from "../kernel/json.ts";

/** What is known of the record's fields at a moment; the rest may be anything. */
export type Known = { readonly [path: string]: Json };
