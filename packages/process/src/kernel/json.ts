/** A plain JSON value: what states, facts, writes and events are made of. Decimals and instants are strings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
