import { parseInstant, shownValue, type FieldSchema, type ShownAs } from "@sluice/domain";
import type { Language, LocalText } from "@sluice/problems";
import type { Node } from "../definition/node.ts";
import type { Variable } from "../definition/variable.ts";
import type { Json } from "../kernel/json.ts";

/** The field at a path from a record; null where no schema knows it. */
export type FieldOf = (path: string) => FieldSchema | null;

/** A value, and what it means to people. */
export interface Meant {
  readonly value: Json;
  readonly as: ShownAs;
  /** Whether it is a person's id, or several. */
  readonly isPerson: boolean;
}

/** What is known of people and clocks, to say a value. */
export interface Telling {
  /** What a person is called, or a text per language; null for somebody whom nobody knows. */
  readonly nameOf: (personId: string) => Json;
  /** What the clocks of the record's place show at an instant. */
  readonly wallOf: (at: string) => string;
}

/** Stands for a person who is not there any more. */
export const NOBODY_KNOWN: LocalText = { en: "someone unknown", zh: "未知人员" };

const KEPT_PEOPLE: ReadonlySet<string> = new Set(["owner", "ownerId", "createdBy", "updatedBy"]);
const KEPT_INSTANTS: ReadonlySet<string> = new Set(["createdAt", "updatedAt", "deletedAt"]);

/** A value that is said as it stands. */
export const meantPlainly = (value: Json): Meant => ({ value, as: { type: "any" }, isPerson: false });

/** A person's id, or several. */
export const meantPerson = (value: Json): Meant => ({ value, as: { type: "any" }, isPerson: true });

export const meantInstant = (value: Json): Meant => ({ value, as: { type: "instant" }, isPerson: false });

/** The field that says in which currency an amount is; null where it needs none, or has its own. */
export const currencyPathOf = (path: string, fieldOf: FieldOf): string | null => {
  const field = fieldOf(path);
  if (field?.type !== "money" || field.currency !== undefined) return null;
  const beside = [...path.split(".").slice(0, -1), "currency"].join(".");
  return fieldOf(beside) === null ? null : beside;
};

/** The value of a field, and what it means: what machines keep on every record by its name, the others by their schema. */
export const meantField = (
  path: string,
  { fieldOf, valueOf }: { readonly fieldOf: FieldOf; readonly valueOf: (path: string) => Json },
): Meant => {
  const value = valueOf(path);
  const field = fieldOf(path);
  const name = path.split(".").at(-1) ?? "";
  if (field === null && KEPT_INSTANTS.has(name)) return meantInstant(value);
  if (field === null ? KEPT_PEOPLE.has(name) : field.refersTo === "person") return meantPerson(value);
  if (field === null) return meantPlainly(value);
  const beside = currencyPathOf(path, fieldOf);
  const found = field.currency ?? (beside === null ? null : valueOf(beside));
  const currency = typeof found === "string" ? found : null;
  return { value, as: { type: field.type, choices: field.choices, currency }, isPerson: false };
};

/** The value of a variable of a type, and what it means. */
export const meantVariable = (value: Json, type: Variable["type"] | null): Meant => {
  if (type === "person") return meantPerson(value);
  return type === null || type === "record" || type === "list"
    ? meantPlainly(value)
    : { value, as: { type }, isPerson: false };
};

/** A stage by its name: a case knows it by its id, a record by its key. */
export const meantStage = (nodes: readonly Node[], value: Json): Meant => {
  const stage = nodes.find((node) => node.kind === "stage" && (node.id === value || node.key === value));
  return stage ? { value: { ...stage.name }, as: { type: "localText" }, isPerson: false } : meantPlainly(value);
};

/** The ids of the people that a value means. */
export const personIdsOf = ({ value, isPerson }: Meant): readonly string[] =>
  isPerson ? [value].flat().filter((id): id is string => typeof id === "string" && id !== "") : [];

/** The instant that a value means; null when it is none. */
export const instantOf = ({ value, as }: Meant): string | null =>
  as.type === "instant" && typeof value === "string" && parseInstant(value) !== null ? value : null;

const nameIn = (name: Json, language: Language): string => {
  if (typeof name === "string") return name;
  if (name === null || typeof name !== "object" || Array.isArray(name)) return NOBODY_KNOWN[language];
  return shownValue(name, { type: "localText" }, language) || NOBODY_KNOWN[language];
};

/** A value as people say it in a language. Throws a TypeError for a record or lines, which are no text. */
export const sayMeant = (meant: Meant, language: Language, { nameOf, wallOf }: Telling): string => {
  if (meant.isPerson) {
    const names = personIdsOf(meant).map((id) => nameIn(nameOf(id), language));
    return shownValue(names, { type: "text" }, language);
  }
  const at = instantOf(meant);
  return shownValue(at === null ? meant.value : wallOf(at), meant.as, language);
};
