import type { LocalText } from "@sluice/problems";

type Words = (...parts: string[]) => LocalText;

const SIGNS: Readonly<Record<string, string>> = {
  RPAREN: ")",
  LPAREN: "(",
  RBRACKET: "]",
  LBRACKET: "[",
  RBRACE: "}",
  LBRACE: "{",
  COMMA: ",",
  COLON: ":",
  QUESTION: "?",
  DOT: ".",
  AND: "&&",
  OR: "||",
  IN: "in",
};

const NAMES: Readonly<Record<string, LocalText>> = {
  EOF: { en: "the end", zh: "结尾" },
  IDENTIFIER: { en: "a name", zh: "名称" },
  STRING: { en: "a text", zh: "文本" },
  NUMBER: { en: "a number", zh: "数字" },
};

const token = (name: string): LocalText => {
  const sign = SIGNS[name] ?? name;
  return NAMES[name] ?? { en: `“${sign}”`, zh: `“${sign}”` };
};

/** What the expression language says of a text, by the words it says it in. */
const REASONS: readonly (readonly [RegExp, Words])[] = [
  [/^Unexpected token: EOF$/u, () => ({ en: "something is missing at the end", zh: "结尾处缺少内容" })],
  [
    /^Unexpected token: (\w+)$/u,
    (name = "") => ({ en: `${token(name).en} cannot stand here`, zh: `此处不能出现${token(name).zh}` }),
  ],
  [
    /^Expected (\w+), got (\w+)$/u,
    (wanted = "", got = "") => ({
      en: `${token(wanted).en} is wanted here, not ${token(got).en}`,
      zh: `此处应为${token(wanted).zh}，而不是${token(got).zh}`,
    }),
  ],
  [
    /^Unexpected character: '?(.+?)'?$/u,
    (sign = "") => ({ en: `“${sign}” cannot stand here`, zh: `此处不能出现“${sign}”` }),
  ],
  [
    /^Unterminated (?:triple-quoted )?string$/u,
    () => ({ en: "a text is not closed by a quotation mark", zh: "文本缺少结束引号" }),
  ],
  [/^Newlines not allowed/u, () => ({ en: "a text may not go over several lines", zh: "文本不能跨行" })],
  [/^Reserved identifier: (\w+)$/u, (name = "") => ({ en: `“${name}” cannot be a name`, zh: `“${name}”不能用作名称` })],
  [/^Exceeded max/u, () => ({ en: "it is too long or too deep", zh: "内容过长或嵌套过深" })],
  [/^the expression would take too long$/u, () => ({ en: "it would take too long", zh: "计算耗时过长" })],
  [
    /^patterns are not available/u,
    () => ({
      en: "patterns are not available; use startsWith, endsWith or contains",
      zh: "不支持正则匹配，请使用 startsWith、endsWith 或 contains",
    }),
  ],
  [
    /^ask for (\S+) or for its fields/u,
    (path = "") => ({
      en: `ask for ${path} or for its fields, not for both`,
      zh: `请只使用 ${path} 本身或其字段，不能同时使用`,
    }),
  ],
  [
    /^this would be counted inexactly/u,
    () => ({
      en: "this would be counted inexactly; write decimal('0.1') for 0.1",
      zh: "此处计算不精确，请将 0.1 写作 decimal('0.1')",
    }),
  ],
  [
    /^shown takes a field and a language/u,
    () => ({
      en: 'shown takes a field and a language, as in shown(record.?total, "en")',
      zh: 'shown 需要一个字段和一种语言，例如 shown(record.?total, "zh")',
    }),
  ],
  [
    /^Unknown variable: (\w+)$/u,
    (name = "") => ({
      en: `there is no “${name}”; fields begin with record`,
      zh: `“${name}”不存在，字段以 record 开头`,
    }),
  ],
  [
    /^no such overload: (\S+) (\S+) (\S+)$/u,
    (left = "", sign = "", right = "") => ({
      en: `${left} ${sign} ${right} cannot be worked out`,
      zh: `无法计算 ${left} ${sign} ${right}`,
    }),
  ],
  [
    /^found no matching overload for '(.+)'$/u,
    (call = "") => ({ en: `there is no ${call}`, zh: `没有 ${call} 这种用法` }),
  ],
];

/** Why a text is no expression, in words; what there are no words for stands as the expression language says it. */
export const reasonWords = (reason: string): LocalText => {
  for (const [pattern, words] of REASONS) {
    const [whole, ...parts] = pattern.exec(reason) ?? [];
    if (whole !== undefined) return words(...parts);
  }
  return { en: reason, zh: reason };
};
