import { z } from "zod";
import { elementIdSchema } from "./ids.ts";
import { localTextSchema } from "./localText.ts";
import { permissionsSchema } from "./permissions.ts";

/** What every step has: an identity, a name, and the stage whose band it lies in. */
export const stepBase = {
  id: elementIdSchema,
  name: localTextSchema.meta({ section: "general", widget: "localText" }),
  note: z.string().max(2_000).optional().meta({ section: "general", widget: "note" }),
  permissions: permissionsSchema,
  stage: elementIdSchema.meta({ widget: "hidden" }),
  /** Where it is drawn, in pixels from its band's corner; left out until someone moves or tidies it. */
  position: z.strictObject({ x: z.number(), y: z.number() }).optional().meta({ widget: "hidden" }),
};
