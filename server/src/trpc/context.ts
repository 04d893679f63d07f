import type { Language } from "@sluice/problems";
import type { Caller } from "@sluice/records";
import type { FastifyBaseLogger } from "fastify";
import type { KeyAccess } from "../auth/keyAccess.ts";
import type { CountCommand } from "../ops/countCommands.ts";
import type { ServerPorts } from "../ports.ts";
import type { Reader } from "../reader.ts";

/** Who was recognised by cookie or key: the reader they are, and how they came. */
export interface SignedIn {
  readonly reader: Reader;
  readonly via: Caller["via"];
  /** How far they may go this way: all of it by session, what it was made for by API key. */
  readonly access: readonly KeyAccess[];
}

/** What every procedure gets. `signedIn` asks the database once per request, however many procedures a batch holds. */
export interface Context {
  readonly ports: ServerPorts;
  readonly language: Language;
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  readonly countCommand: CountCommand;
  signedIn(): Promise<SignedIn | null>;
}
