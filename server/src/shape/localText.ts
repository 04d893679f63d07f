import { z } from "zod";

/** A text in both languages; the reader's own is picked where it is shown. */
export const localText = z.object({ en: z.string(), zh: z.string() });
