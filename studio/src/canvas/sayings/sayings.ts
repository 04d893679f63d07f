import type { FieldSchema } from "@sluice/domain";
import type { Language, LocalText } from "@sluice/problems";
import type { PeopleRule, Span } from "@sluice/process";
import { localTextIn } from "../../i18n/language.ts";
import type { Catalogue, Named } from "./catalogue.ts";

/** Looks up a text of the canvas by its dotted key. A missing key answers itself, as i18next does. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** How the canvas speaks: everything needed to turn settings into a plain line in the reader's language. */
export interface Sayings {
  readonly language: Language;
  readonly say: Say;
  /** Whether there is a text of its own for a key. */
  readonly has: (key: string) => boolean;
  readonly catalogue: Catalogue;
}

export const textIn = ({ language }: Sayings, text: LocalText | string | undefined): string =>
  localTextIn(text, language);

export const labelOf = (sayings: Sayings, choices: readonly Named[], key: string): string =>
  textIn(sayings, choices.find((choice) => choice.key === key)?.label) || key;

/** A span the way people say it: "2 d", "30 min", "2 天". */
export const spanSentence = ({ say }: Sayings, { amount, unit }: Pick<Span, "amount" | "unit">): string =>
  say(`span.${unit}`, { amount });

/** One people rule in a word or two: "Sales manager", "Manager", "Owner". */
export const peopleSentence = (sayings: Sayings, rule: PeopleRule): string => {
  const { say, catalogue } = sayings;
  switch (rule.by) {
    case "role":
      return labelOf(sayings, catalogue.roles, rule.role);
    case "person":
      return rule.personIds
        .map((id) => catalogue.people.find((person) => person.id === id)?.name ?? say("people.someone"))
        .join(", ");
    case "manager":
      return rule.level > 1 ? say("people.managerLevel", { level: rule.level }) : say("people.manager");
    case "personInField":
    case "departmentHeadInField":
    case "territory":
      return say(`people.${rule.by}`, { field: fieldLabel(sayings, rule.path) });
    case "post":
      return rule.post || say("people.post");
    default:
      return say(`people.${rule.by}`);
  }
};

/** The field a path names (`record.` in front is optional; `lines.cost` reaches into lines), or null. */
export const fieldAt = ({ catalogue }: Sayings, path: string): FieldSchema | null => {
  const [head, ...rest] = path.replace(/^record\./, "").split(".");
  let field = head === undefined ? undefined : catalogue.schema?.fields[head];
  for (const part of rest) field = field?.lineFields?.[part];
  return field ?? null;
};

/** Whether a path may lead to nothing, so that a condition has to say what that means. */
export const mayBeEmpty = (sayings: Sayings, path: string): boolean => {
  const field = fieldAt(sayings, path);
  return field !== null && !field.required && field.alwaysSet !== true;
};

export const fieldLabel = (sayings: Sayings, path: string): string => {
  const field = fieldAt(sayings, path);
  return field ? textIn(sayings, field.label) : path.replace(/^record\./, "");
};
