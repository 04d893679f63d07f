import type { LocalText, Problem, ProblemValue } from "@sluice/problems";
import { inputProblem } from "../field/inputProblem.ts";

/** What a setting is called where it is refused. */
const settings = {
  key: { en: "Key", zh: "键" },
  type: { en: "Type", zh: "类型" },
  label: { en: "Label", zh: "标签" },
  help: { en: "Help", zh: "说明" },
  required: { en: "Required", zh: "必填" },
  unique: { en: "Unique", zh: "唯一" },
  filterable: { en: "Offered to lists", zh: "用于列表" },
  searchable: { en: "Found by search", zh: "可搜索" },
  default: { en: "Default", zh: "默认值" },
  minLength: { en: "Shortest", zh: "最短长度" },
  maxLength: { en: "Longest", zh: "最大长度" },
  min: { en: "Least", zh: "最小值" },
  max: { en: "Most", zh: "最大值" },
  choices: { en: "Choices", zh: "选项" },
  refersTo: { en: "Refers to", zh: "关联到" },
  format: { en: "Format", zh: "格式" },
  currency: { en: "Currency", zh: "币种" },
  rights: { en: "Rights", zh: "权限" },
} as const satisfies Record<string, LocalText>;

export type Setting = keyof typeof settings;

export const isSetting = (text: string): text is Setting => Object.hasOwn(settings, text);

const reasons = {
  badKey: {
    en: "c_ and a small letter, then letters and digits, 41 signs at most",
    zh: "以c_加小写字母开头，后接字母或数字，最多41个字符",
  },
  unknownType: { en: "there is no such type", zh: "没有此类型" },
  bothLanguages: { en: "it needs a text in English and one in Chinese", zh: "需要英文和中文文本" },
  tooLong: { en: "at most {limit} characters", zh: "最多{limit}个字符" },
  notOfThisType: { en: "a field of this type has none", zh: "此类型的字段没有该设置" },
  notYesOrNo: { en: "it must be yes or no", zh: "必须为是或否" },
  notANumber: { en: "it must be a number that such a field can hold", zh: "必须是此类字段可容纳的数字" },
  outOfRange: { en: "from {least} to {most}", zh: "范围为{least}至{most}" },
  leastAboveMost: { en: "the least is above the most", zh: "最小值大于最大值" },
  badChoices: {
    en: "1 to 200 choices, each with a key of letters and digits that stands once and a label in both languages",
    zh: "1至200个选项，每个选项有不重复的键（字母和数字）和两种语言的标签",
  },
  noOpenChoice: { en: "one choice must be open", zh: "至少保留一个可用选项" },
  unknownRecordType: { en: "there is no such record type", zh: "没有此记录类型" },
  unknownFormat: { en: "there is no such format", zh: "没有此格式" },
  unknownCurrency: { en: "choose the currency that the amounts are in", zh: "请选择金额的币种" },
  currencyOfRecord: { en: "its record has a currency of its own", zh: "其记录自带币种" },
  badRights: {
    en: "roles other than admin, each hidden, masked, read or edit",
    zh: "除管理员外的角色，取值为隐藏、脱敏、只读或可编辑",
  },
  wrongDefault: { en: "the field itself would refuse it", zh: "该字段本身不接受此值" },
  notWithUnique: { en: "every new record would hold the same value", zh: "每条新记录都会得到相同的值" },
  seenByAll: {
    en: "what is hidden or masked from a role is not found by search",
    zh: "对某角色隐藏或脱敏的字段不能被搜索",
  },
  requiredHidden: {
    en: "a role that creates records could not fill it in: give it a default",
    zh: "有角色无法填写：请设置默认值",
  },
  unknown: { en: "there is no such setting", zh: "没有此设置" },
} as const satisfies Record<string, LocalText>;

export type SettingReason = keyof typeof reasons;

/**
 * A refused setting of a custom field, in words; `values.field` is the setting, `values.reason` what programs read.
 *
 * @problem INPUT_INVALID - always
 */
export const settingProblem = (
  setting: string,
  reason: SettingReason,
  values: Readonly<Record<string, ProblemValue>> = {},
): Problem => {
  const label: LocalText = isSetting(setting) ? settings[setting] : { en: setting, zh: setting };
  return inputProblem({ field: setting, label, reason, words: reasons[reason], values });
};

/** What a setting is called, for sentences about it. */
export const settingName = (setting: Setting): LocalText => settings[setting];
