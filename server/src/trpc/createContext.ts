import type { FastifyRequest } from "fastify";
import { languageOf } from "../http/languageOf.ts";
import type { CountCommand } from "../ops/countCommands.ts";
import type { ServerPorts } from "../ports.ts";
import type { Context, SignedIn } from "./context.ts";

interface ContextParts {
  readonly ports: ServerPorts;
  readonly recognise: (headers: FastifyRequest["headers"]) => Promise<SignedIn | null>;
  readonly countCommand: CountCommand;
}

/**
 * Makes the context of one request. Who sent it is asked for when first needed, and once. People are answered in the
 * language their studio shows, else in their own.
 */
export const createContext = (request: FastifyRequest, { ports, recognise, countCommand }: ContextParts): Context => {
  const language = languageOf(request.headers);
  const speaks = request.headers["x-sluice-language"] !== undefined;
  const ask = async (): Promise<SignedIn | null> => {
    const found = await recognise(request.headers);
    return found === null || !speaks ? found : { ...found, reader: { ...found.reader, language } };
  };
  let known: Promise<SignedIn | null> | null = null;
  return { ports, language, requestId: request.id, log: request.log, countCommand, signedIn: () => (known ??= ask()) };
};
