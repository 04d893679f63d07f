import { z } from "zod";
import { keySchema } from "./ids.ts";

const incident = z.strictObject({ do: z.literal("incident") });
/** `into` names the variable that takes what went wrong: its code and values. */
const follow = z.strictObject({ do: z.literal("follow"), into: keySchema.optional() });
const goOn = z.strictObject({ do: z.literal("goOn") });

/**
 * What happens when a machine's step here cannot be taken: an incident (so it is where nothing is said), or the error wire is
 * followed. A person's move is refused whatever is said here: they are there to be told.
 */
export const onErrorSchema = z
  .discriminatedUnion("do", [incident, follow])
  .optional()
  .meta({ section: "failure", widget: "onError" });

/** The same for steps that may also be passed over: nobody decides in them, and nobody waits for what they bring. */
export const onErrorOrGoOnSchema = z
  .discriminatedUnion("do", [incident, follow, goOn])
  .optional()
  .meta({ section: "failure", widget: "onError" });

export type OnError = NonNullable<z.infer<typeof onErrorOrGoOnSchema>>;
