import { client } from "./client.ts";
import type { InputOf, OutputOf } from "./surface.ts";

/** Asks the server whom a step would ask for a record. Changes nothing, so it carries no command id. */
export const previewPeople = async (
  question: InputOf<"processes.previewPeople">,
  signal?: AbortSignal,
): Promise<OutputOf<"processes.previewPeople">> =>
  (await client.mutation(
    "processes.previewPeople",
    question,
    signal === undefined ? {} : { signal },
  )) as OutputOf<"processes.previewPeople">;
