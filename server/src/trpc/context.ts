import type { Language } from "@sluice/problems";
import type { Caller } from "@sluice/records";
import type { FastifyBaseLogger } from "fastify";
import type { Reader, ServerPorts } from "../ports.ts";

/** Who was recognised by cookie or key: the reader they are, and how they came. */
export interface SignedIn {
  readonly reader: Reader;
  readonly via: Caller["via"];
  /** False for an API key that was made for reading only. */
  readonly mayWrite: boolean;
}

/** What every procedure gets. `signedIn` asks the database once per request, however many procedures a batch holds. */
export interface Context {
  readonly ports: ServerPorts;
  readonly language: Language;
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  signedIn(): Promise<SignedIn | null>;
}
