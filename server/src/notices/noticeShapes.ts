import { z } from "zod";
import { pageOf } from "../shape/page.ts";

/** Something a process told a person: a sentence, the record it is about, and whether they have seen it. */
export const noticeRow = z.object({
  id: z.string(),
  text: z.string(),
  at: z.string(),
  isRead: z.boolean(),
  caseId: z.string().nullable(),
  record: z.object({ type: z.string(), id: z.string(), title: z.string(), number: z.string().nullable() }).nullable(),
});
export type NoticeRow = z.infer<typeof noticeRow>;
export const noticePage = pageOf(noticeRow);
export type NoticePage = z.infer<typeof noticePage>;
