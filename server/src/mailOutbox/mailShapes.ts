import { z } from "zod";

export const outboxMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  at: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
});
export type OutboxMail = z.infer<typeof outboxMail>;
