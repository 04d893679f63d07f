import type { Query } from "./listQuery.ts";

/** A REST request, taken apart. Everything in it is unverified: the procedure's schema decides. */
export interface RestRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Readonly<Record<string, unknown>>;
  /** From `Idempotency-Key`, else made for this request. */
  readonly commandId: string;
}

/** What of an answer tells where the thing is. */
export type Made = Readonly<Partial<Record<"recordId" | "caseId" | "key", string | null>>>;

/** One REST operation: a way to a procedure. `input` only rearranges; nothing is decided here. */
export interface RestRoute {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path below /api/v1, with places as `{id}`. */
  readonly path: string;
  /** The procedure's path in the app router. */
  readonly procedure: string;
  readonly summary: string;
  readonly status: number;
  readonly input: (request: RestRequest) => unknown;
  /** The names of what the body carries; nothing else is taken. */
  readonly body?: readonly string[];
  /** Whose fields the body's `fields` are; for the document only. */
  readonly recordType?: string;
  readonly query?: readonly string[];
  /** By what `filter[…]` may narrow, where that is the same for every install; for the document only. */
  readonly filters?: readonly string[];
  /** Where what was made is found, below /api/v1. */
  readonly madeAt?: (answer: Made) => string;
}
