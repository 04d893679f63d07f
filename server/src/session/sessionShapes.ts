import { z } from "zod";

/** Who is signed in, and what the shell needs to draw itself for them. */
export const sessionView = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.string()),
    language: z.enum(["en", "zh"]),
    departmentName: z.string().nullable(),
  }),
  canDesign: z.boolean(),
  canAdmin: z.boolean(),
  firmName: z.string(),
});
export type SessionView = z.infer<typeof sessionView>;

export const demoPeople = z.object({
  people: z.array(z.object({ email: z.string(), name: z.string(), roleLabel: z.string() })),
  password: z.string(),
});
export type DemoPeople = z.infer<typeof demoPeople>;
