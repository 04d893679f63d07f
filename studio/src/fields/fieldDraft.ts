import { settingsOfType, type CustomFieldSettings, type CustomFieldType } from "@sluice/domain";
import type { Json } from "@sluice/process";

/** What an admin has typed over a field's settings: by setting, null where it was emptied. */
export type SettingEdits = Readonly<Partial<Record<keyof CustomFieldSettings, Json>>>;

type Settings = Readonly<Record<string, Json>>;

const OF_ALL: ReadonlySet<string> = new Set(["type", "label", "help", "required", "rights"]);

/** The settings as they stand, with what was typed over them. What only another type has is left out. Pure. */
export const withEdits = (standing: Settings, edits: SettingEdits): Settings => {
  const all: Settings = { ...standing, ...edits };
  const known = new Set<string>(settingsOfType((all["type"] ?? "text") as CustomFieldType));
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => value !== null && (OF_ALL.has(name) || known.has(name))),
  );
};

const filled = (text: Json | undefined): boolean =>
  typeof text === "object" && text !== null && Object.values(text).some((it) => it !== "");

/** What is sent: a help that says nothing in either language is none. Pure. */
export const settingsToSend = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name, value]) => name !== "help" || filled(value)));
