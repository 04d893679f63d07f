import { z } from "zod";
import { localText } from "../shape/localText.ts";
import { pageInput, sortBy } from "../shape/page.ts";

export const personRow = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  active: z.boolean(),
});
export type PersonRow = z.infer<typeof personRow>;

/** What a page of people takes. */
export const peoplePageInput = z.strictObject({
  ...pageInput.shape,
  sort: sortBy(["name"]).optional(),
  filter: z
    .strictObject({
      q: z.string().max(200).optional(),
      role: z.string().max(60).optional(),
      active: z.enum(["true", "false"]).optional(),
    })
    .optional(),
});
export type PeoplePageInput = z.infer<typeof peoplePageInput>;

export const personView = personRow.extend({
  version: z.number(),
  email: z.string(),
  post: z.string().nullable(),
  department: z.object({ id: z.string(), name: z.string() }).nullable(),
  manager: z.object({ id: z.string(), name: z.string() }).nullable(),
  language: z.enum(["en", "zh"]),
  absent: z.object({ from: z.string(), until: z.string(), deputyId: z.string().nullable() }).nullable(),
});
export type PersonView = z.infer<typeof personView>;

export const roleRow = z.object({ key: z.string(), name: localText });
export type RoleRow = z.infer<typeof roleRow>;
