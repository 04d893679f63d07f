import type { Language } from "@sluice/problems";
import { z } from "zod";

const text = z.object({ en: z.string(), zh: z.string() });

/** The reader's language of a text kept in both; the other one where theirs stands empty, and `fallback` where it is none. */
export const textIn = (value: unknown, language: Language, fallback = ""): string => {
  const parsed = text.safeParse(value);
  if (!parsed.success) return typeof value === "string" ? value : fallback;
  return parsed.data[language] || parsed.data.en || parsed.data.zh || fallback;
};
