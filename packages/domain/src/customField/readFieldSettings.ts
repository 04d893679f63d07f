import type { Problem } from "@sluice/problems";
import { normalValue } from "../field/normalValue.ts";
import { textFormats, type FieldDefault, type RecordSchema } from "../field/recordSchema.ts";
import { currencies } from "../money/currencies.ts";
import { MONEY_LIMITS, parseDecimal, SHARE_LIMITS } from "../money/parseDecimal.ts";
import { fieldAccesses, roles } from "../rights/rightsRule.ts";
import { customFieldTypes, type CustomFieldSettings, type CustomFieldType } from "./customField.ts";
import { valueSchema } from "./customFieldSchema.ts";
import { readChoices, readLocalText } from "./readChoices.ts";
import { isSetting, settingProblem, type Setting, type SettingReason } from "./settingProblem.ts";

type Given = Readonly<Record<string, unknown>>;

/** Which settings, beside those of all, a field of a type has. */
const SETTINGS: Readonly<Record<CustomFieldType, readonly Setting[]>> = {
  text: ["default", "minLength", "maxLength", "format", "unique", "filterable", "searchable"],
  longText: ["default", "minLength", "maxLength", "searchable"],
  integer: ["default", "min", "max", "unique", "filterable"],
  decimal: ["default", "min", "max", "unique", "filterable"],
  share: ["default", "min", "max", "filterable"],
  money: ["default", "min", "max", "currency", "filterable"],
  date: ["default", "filterable"],
  instant: ["filterable"],
  boolean: ["default", "filterable"],
  choice: ["default", "choices", "filterable"],
  multiChoice: ["default", "choices", "filterable"],
  reference: ["refersTo", "unique", "filterable"],
};
/** The settings that a field of a type has beside its label, help, "required" and rights. */
export const settingsOfType = (type: CustomFieldType): readonly Setting[] => SETTINGS[type];

const OF_ALL: readonly Setting[] = ["type", "label", "help", "required", "rights"];

/** An index holds values up to this length; a text that lists sort by is no longer. */
const LONGEST_INDEXED = 500;
const LONGEST: Readonly<Partial<Record<CustomFieldType, number>>> = { text: 1_000, longText: 20_000 };
const DEFAULT_LONGEST = 200;

type Refuse = (setting: Setting, reason: SettingReason, values?: Record<string, number>) => null;

const readRights = (given: unknown, refuse: Refuse): CustomFieldSettings["rights"] | null => {
  const isRight = ([role, access]: [string, unknown]): boolean =>
    role !== "admin" &&
    (roles as readonly string[]).includes(role) &&
    (fieldAccesses as readonly unknown[]).includes(access);
  if (typeof given !== "object" || given === null || Array.isArray(given) || !Object.entries(given).every(isRight))
    return refuse("rights", "badRights");
  return given as NonNullable<CustomFieldSettings["rights"]>;
};

const readNumber = (type: CustomFieldType, given: unknown): string | null => {
  const limits = type === "share" ? SHARE_LIMITS : type === "integer" ? { digits: 9, places: 0 } : MONEY_LIMITS;
  const read = parseDecimal(typeof given === "number" && Number.isSafeInteger(given) ? String(given) : given, limits);
  return read.ok ? read.value.toFixed() : null;
};

/** Reads the settings that are words and numbers one by one; those that lean on each other come after. */
const readOne = (
  setting: Setting,
  given: unknown,
  of: { readonly type: CustomFieldType; readonly world: FieldWorld; readonly refuse: Refuse },
): unknown => {
  const { type, world, refuse } = of;
  switch (setting) {
    case "label":
    case "help":
      return readLocalText(given, setting === "label" ? 60 : 300) ?? refuse(setting, "bothLanguages");
    case "required":
    case "unique":
    case "filterable":
    case "searchable":
      return typeof given === "boolean" ? given : refuse(setting, "notYesOrNo");
    case "minLength":
    case "maxLength": {
      const most = LONGEST[type] ?? DEFAULT_LONGEST;
      const isFit = typeof given === "number" && Number.isInteger(given) && given >= 1 && given <= most;
      return isFit ? given : refuse(setting, "outOfRange", { least: 1, most });
    }
    case "min":
    case "max":
      return readNumber(type, given) ?? refuse(setting, "notANumber");
    case "choices": {
      const choices = readChoices(given);
      if (choices === null) return refuse(setting, "badChoices");
      return choices.some(({ archived }) => archived !== true) ? choices : refuse(setting, "noOpenChoice");
    }
    case "refersTo":
      return typeof given === "string" && world.recordTypes.includes(given)
        ? given
        : refuse(setting, "unknownRecordType");
    case "format":
      return (textFormats as readonly unknown[]).includes(given) ? given : refuse(setting, "unknownFormat");
    case "currency":
      return currencies.some(({ key }) => key === given) ? given : refuse(setting, "unknownCurrency");
    case "rights":
      return readRights(given, refuse);
    default:
      return given;
  }
};

const isAbove = (least: string | undefined, most: string | undefined): boolean => {
  const [one, other] = [parseDecimal(least), parseDecimal(most)];
  return one.ok && other.ok && one.value.gt(other.value);
};

/** What settings that are each right still do not allow together. */
const together = (settings: CustomFieldSettings, schema: RecordSchema, refuse: Refuse): void => {
  const { type, unique, filterable, searchable, required, rights = {} } = settings;
  const longest = settings.maxLength ?? (type === "longText" ? 10_000 : DEFAULT_LONGEST);
  if ((settings.minLength ?? 0) > longest || isAbove(settings.min, settings.max))
    refuse(settings.minLength === undefined ? "min" : "minLength", "leastAboveMost");
  if (type === "text" && longest > LONGEST_INDEXED && (filterable === true || unique === true))
    refuse("maxLength", "outOfRange", { least: 1, most: LONGEST_INDEXED });
  if ((type === "choice" || type === "multiChoice") && settings.choices === undefined) refuse("choices", "badChoices");
  if (type === "reference" && settings.refersTo === undefined) refuse("refersTo", "unknownRecordType");
  if (type === "money") {
    const hasOwn = schema.fields["currency"] !== undefined;
    if (hasOwn && settings.currency !== undefined) refuse("currency", "currencyOfRecord");
    if (!hasOwn && settings.currency === undefined) refuse("currency", "unknownCurrency");
  }
  const isVeiled = Object.values(rights).some((access) => access === "hidden" || access === "masked");
  if (searchable === true && isVeiled) refuse("searchable", "seenByAll");
  if (unique === true && settings.default !== undefined) refuse("default", "notWithUnique");
  const isClosed = Object.values(rights).some((access) => access !== "edit");
  if (required === true && isClosed && settings.default === undefined) refuse("required", "requiredHidden");
};

const readDefault = (settings: CustomFieldSettings, refuse: Refuse): CustomFieldSettings => {
  if (settings.default === undefined) return settings;
  const read = normalValue(settings.default, valueSchema(settings), { path: "default", label: settings.label });
  if (!("value" in read) || read.value === null) {
    refuse("default", "wrongDefault");
    return settings;
  }
  return { ...settings, default: read.value as FieldDefault };
};

/** What a field may refer to: the record types there are, people included. */
export interface FieldWorld {
  readonly recordTypes: readonly string[];
}

/**
 * Reads what an admin says of a custom field into its one spelling, or everything that stands against it. Pure and idempotent;
 * null and what is left out mean the same.
 *
 * @problem INPUT_INVALID - a setting is not what it must be, is not one of the field's type, or does not go with another
 */
export const readFieldSettings = (
  given: Given,
  schema: RecordSchema,
  world: FieldWorld,
): { readonly problems: readonly Problem[]; readonly settings: CustomFieldSettings | null } => {
  const problems: Problem[] = [];
  const refuse: Refuse = (setting, reason, values = {}) => {
    problems.push(settingProblem(setting, reason, values));
    return null;
  };
  const type = customFieldTypes.find((it) => it === given["type"]);
  if (type === undefined) return { problems: [settingProblem("type", "unknownType")], settings: null };
  const read: Record<string, unknown> = { type };
  for (const [name, value] of Object.entries({ label: null, ...given })) {
    if (!isSetting(name) || name === "key") problems.push(settingProblem(name, "unknown"));
    else if (name !== "type" && (name === "label" || (value !== null && value !== undefined && value !== false))) {
      if (!OF_ALL.includes(name) && !SETTINGS[type].includes(name)) refuse(name, "notOfThisType");
      else read[name] = readOne(name, value, { type, world, refuse });
    } else if (name === "default" && value === false && type === "boolean") read[name] = false;
  }
  if (problems.length > 0) return { problems, settings: null };
  const settings = read as unknown as CustomFieldSettings;
  together(settings, schema, refuse);
  const whole = readDefault(settings, refuse);
  return problems.length > 0 ? { problems, settings: null } : { problems, settings: whole };
};
