import { z } from "zod";

/** What every mutation carries. The same id with the same input is answered with the first answer. */
export const command = z.object({ commandId: z.uuid() });
export const committed = z.object({
  caseId: z.string().nullable(),
  seq: z.number().nullable(),
  recordType: z.string().nullable(),
  recordId: z.string().nullable(),
  version: z.number().nullable(),
});
