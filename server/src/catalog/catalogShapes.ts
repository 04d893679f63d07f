import type { RecordSchema } from "@sluice/domain";
import type { BlockSchema } from "@sluice/process";
import { z } from "zod";
import { localText } from "../shape/localText.ts";

/** A record type as data, as the domain describes it. */
export const recordSchema = z.custom<RecordSchema>();

/** A layout as it is kept; without a role it is for everybody who has none of their own. */
export const keptLayout = z.object({
  recordType: z.string(),
  role: z.string().nullable(),
  version: z.number(),
  sections: z.array(z.object({ title: localText, fields: z.array(z.string()) })),
  hidden: z.array(z.string()),
});
export type KeptLayoutView = z.infer<typeof keptLayout>;

/** Whose working calendar: a department's, or the firm's. */
export const workingCalendarInput = z.object({ departmentId: z.uuid().nullable() });

const stretch = z.tuple([z.string(), z.string()]);
const day = z.array(stretch);

/** When people work, and whether departments below count by calendars of their own. */
export const workingCalendar = z.object({
  zone: z.string(),
  week: z.tuple([day, day, day, day, day, day, day]),
  holidays: z.array(z.string()),
  makeUpDays: z.array(z.string()),
  hasOthers: z.boolean(),
});
export type WorkingCalendarView = z.infer<typeof workingCalendar>;

/** A block as admins meet it, as the process language describes it. */
export const block = z.custom<BlockSchema>();
