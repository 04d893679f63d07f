import { z } from "zod";

const ids = z.object({
  commandId: z.uuid().optional().catch(undefined),
  caseId: z.uuid().optional().catch(undefined),
  taskId: z.uuid().optional().catch(undefined),
});

/** The ids by which a command is found again in the logs; nothing else of its input is kept. */
export const commandIds = (input: unknown): z.infer<typeof ids> => {
  const parsed = ids.safeParse(input);
  return parsed.success ? parsed.data : {};
};
