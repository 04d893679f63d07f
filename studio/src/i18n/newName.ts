import type { Language } from "@sluice/problems";

/** A type's name inside a phrase: "New quote", not "New Quote"; Chinese has no small letters, and stays as it is. */
export const newName = (label: string, language: Language): string =>
  language === "en" ? label.charAt(0).toLowerCase() + label.slice(1) : label;
