import { z } from "zod";

/** A text for people in both languages; the Chinese may stand empty while drafting (the checker warns). */
export const localTextSchema = z.strictObject({ en: z.string().max(400), zh: z.string().max(400) });
