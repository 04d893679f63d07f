import type { LocalText, Problem, ProblemValue } from "@sluice/problems";
import { inputProblem } from "./inputProblem.ts";

/** Why a value was refused, in the words a person reads after the field's label. */
const reasons = {
  notText: { en: "it must be text", zh: "必须是文本" },
  controlCharacters: { en: "it holds characters that cannot be shown", zh: "含有无法显示的字符" },
  tooLong: { en: "at most {limit} characters", zh: "最多{limit}个字符" },
  notANumber: { en: "it must be a whole number", zh: "必须是整数" },
  notADecimal: { en: "it must be a plain number such as 1234.5", zh: "必须是数字，例如1234.5" },
  tooManyPlaces: { en: "at most {places} digits behind the point", zh: "小数点后最多{places}位" },
  outOfRange: { en: "it is out of range", zh: "超出范围" },
  tooSmall: { en: "at least {limit}", zh: "不得小于{limit}" },
  tooLarge: { en: "at most {limit}", zh: "不得大于{limit}" },
  notABoolean: { en: "it must be yes or no", zh: "必须为是或否" },
  notADate: { en: "there is no such date (write 2026-03-31)", zh: "日期不存在（格式2026-03-31）" },
  notAnInstant: { en: "it must be a time with its zone", zh: "必须是带时区的时间" },
  notAChoice: { en: "it is not one of the choices", zh: "不在可选范围内" },
  notChoices: { en: "it must be a list of its choices", zh: "必须是选项列表" },
  tooShort: { en: "at least {limit} characters", zh: "至少{limit}个字符" },
  notAnEmail: {
    en: "it must be an e-mail address such as ann@firm.example",
    zh: "必须是邮箱地址，例如ann@firm.example",
  },
  notAPhone: { en: "it must be a phone number such as +86 138 1234 5678", zh: "必须是电话号码，例如+86 138 1234 5678" },
  notAnAddress: {
    en: "it must be a web address such as https://firm.example",
    zh: "必须是网址，例如https://firm.example",
  },
  notAReference: { en: "it does not point to a record", zh: "未指向有效记录" },
  notLines: { en: "it must be a list of lines", zh: "必须是明细行列表" },
  tooManyLines: { en: "at most {limit} lines", zh: "最多{limit}行" },
  repeatedLine: { en: "the same line stands twice", zh: "同一行重复出现" },
  notLocalText: { en: "it must have a text per language", zh: "必须包含各语言文本" },
  unknownField: { en: "there is no such field", zh: "没有此字段" },
  untilBeforeFrom: { en: "it ends before it begins", zh: "结束早于开始" },
  withinItself: { en: "it would lie within itself", zh: "不能成为自己的下级" },
  otherCustomer: { en: "it belongs to another customer", zh: "属于其他客户" },
  notInQuote: { en: "there is no such line in the quote", zh: "报价中没有该行" },
  rateOfOwnCurrency: { en: "an amount in the sheet's own currency has the rate 1", zh: "与成本单同币种的金额汇率为1" },
  otherCurrency: { en: "it must be {expected}, as in the quote", zh: "必须与报价一致：{expected}" },
} as const satisfies Record<string, LocalText>;

export type FieldReason = keyof typeof reasons;

/** Where a problem is: the path (`lines.2.quantity`) and the label people know it by. */
export interface FieldPlace {
  readonly path: string;
  readonly label: LocalText;
}

/**
 * A refused value, with a sentence in both languages; `values.reason` is the key that programs read.
 *
 * @problem INPUT_INVALID - always
 */
export const fieldProblem = (
  place: FieldPlace,
  reason: FieldReason,
  values: Readonly<Record<string, ProblemValue>> = {},
): Problem => inputProblem({ field: place.path, label: place.label, reason, words: reasons[reason], values });
