import type { Finding } from "../canvas/problems/finding.ts";
import { alone, client } from "./client.ts";

/** Asks the server whether each control point of a definition holds on every path. Changes nothing, so it carries no command id. */
export const proveDefinition = async (definition: object, signal: AbortSignal): Promise<readonly Finding[]> =>
  (await client.mutation("processes.prove", { definition }, { signal, context: alone })) as readonly Finding[];
