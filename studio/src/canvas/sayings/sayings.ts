import type { FieldSchema, RecordSchema } from "@sluice/domain";
import type { Language, LocalText } from "@sluice/problems";
import type { PeopleRule, Span } from "@sluice/process";
import { localTextIn } from "../../i18n/language.ts";
import { listed } from "../../text/listed.ts";
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
      return listed(
        rule.personIds.map((id) => catalogue.people.find((person) => person.id === id)?.name ?? say("people.someone")),
        sayings.language,
      );
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

/** The fields on the way of a path (`record.` in front is optional), behind references and into lines; empty when one is unknown. */
const fieldsAlong = ({ catalogue }: Sayings, path: string): readonly FieldSchema[] => {
  const along: FieldSchema[] = [];
  let fields: RecordSchema["fields"] | undefined = catalogue.schema?.fields;
  for (const part of path.replace(/^record\./, "").split(".")) {
    const field: FieldSchema | undefined = fields?.[part];
    if (!field) return [];
    along.push(field);
    fields = field.lineFields ?? (field.refersTo === undefined ? undefined : catalogue.schemas[field.refersTo]?.fields);
  }
  return along;
};

/** The field a path names (`record.` in front is optional; `lines.cost` reaches into lines, `customer.grade` behind a reference), or null. */
export const fieldAt = (sayings: Sayings, path: string): FieldSchema | null =>
  fieldsAlong(sayings, path).at(-1) ?? null;

/** Whether a path may lead to nothing, so that a condition has to say what that means. */
export const mayBeEmpty = (sayings: Sayings, path: string): boolean => {
  const along = fieldsAlong(sayings, path);
  return along.some((field) => field.required !== true && field.alwaysSet !== true);
};

/** What people call the field at a path; behind a reference with the name of the reference before it. */
export const fieldLabel = (sayings: Sayings, path: string): string => {
  const along = fieldsAlong(sayings, path);
  if (along.length === 0) return path.replace(/^record\./, "");
  const named = along.filter(({ lineFields }, index) => lineFields === undefined || index === along.length - 1);
  return named.map(({ label }) => textIn(sayings, label)).join(" · ");
};
