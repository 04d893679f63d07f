import { client } from "./client.ts";
import type { Finding } from "./shapes.ts";

/** Asks the server what is wrong with a definition. Changes nothing, so it carries no command id. */
export const checkDefinition = async (definition: object, signal?: AbortSignal): Promise<readonly Finding[]> =>
  (await client.mutation(
    "processes.check",
    { definition },
    signal === undefined ? {} : { signal },
  )) as readonly Finding[];
