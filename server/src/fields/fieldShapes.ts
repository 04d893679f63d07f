import type { CustomFieldSettings } from "@sluice/domain";
import { z } from "zod";
import { command } from "../shape/command.ts";
import { fieldValues } from "../shape/json.ts";
import { localText } from "../shape/localText.ts";

/** Everything that is said of a custom field, as the domain describes it. */
const fieldSettings = z.custom<CustomFieldSettings>();

/** A custom field as its keepers see it. */
export const keptField = z.object({
  id: z.string(),
  recordType: z.string(),
  key: z.string(),
  version: z.number(),
  archived: z.boolean(),
  /** Lists wait for its index, or wait in vain. */
  index: z.enum(["none", "building", "built", "failed"]),
  settings: fieldSettings,
});
export type KeptFieldView = z.infer<typeof keptField>;

/** Something that speaks of a custom field: putting it away is refused where it is a process in force. */
export const fieldUse = z.discriminatedUnion("what", [
  z.object({
    what: z.enum(["process", "draft"]),
    key: z.string(),
    name: localText,
    steps: z.array(localText),
  }),
  z.object({ what: z.literal("layout"), role: z.string().nullable() }),
]);
export type FieldUseView = z.infer<typeof fieldUse>;

/** What is added; the domain says what its settings may be. */
export const newField = command.extend({
  recordType: z.string().min(1).max(60),
  key: z.string().min(1).max(60),
  settings: fieldValues,
});

/** A layout as it is to be; null takes the usual one again. The domain says what it may hold. */
export const savedLayout = command.extend({
  recordType: z.string().min(1).max(60),
  role: z.string().min(1).max(60).nullable(),
  version: z.int().min(0),
  layout: fieldValues.nullable(),
});

/** What is changed: all settings as they are to be, or whether it is put away; what is left out stays. */
export const changedField = command.extend({
  id: z.uuid(),
  version: z.int().min(1),
  settings: fieldValues.optional(),
  archived: z.boolean().optional(),
});
