import type { Behaviour } from "@sluice/process";
import { alone, client } from "./client.ts";

/** Asks the server what goes another way in the second of two definitions. Changes nothing, so it carries no command id. */
export const compareBehaviour = async (before: object, after: object, signal: AbortSignal): Promise<Behaviour> =>
  (await client.mutation("processes.behaviour", { before, after }, { signal, context: alone })) as Behaviour;
