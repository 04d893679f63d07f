import { fillTemplate } from "./fillTemplate.ts";
import type { Language, LocalText } from "./localText.ts";
import type { ProblemValue } from "./problemValue.ts";

const text = (en: string, zh: string): LocalText => ({ en, zh });

/**
 * Why a machine's step did not come off, in words. The English sentence is what is kept, in Postgres and in Temporal alike;
 * every other language is read back from it.
 */
const machineReasons = {
  // any effect
  noSuchBlock: text("this install has no block {block}", "本系统没有组件{block}"),
  noAnswerInTime: text("the worker did not answer in time", "执行程序未按时响应"),
  nobodyKnows: text("nobody knows whether it happened", "无法确认是否已执行"),
  answerTooLarge: text("its answer is too large", "返回内容过大"),
  // mail
  addressCount: text("a mail needs 1 to {most} addresses", "一封邮件需要1至{most}个收件地址"),
  notMailAddress: text("an address is not a mail address", "收件地址不是有效的邮箱地址"),
  subjectAndText: text("subject and text are needed", "缺少主题或正文"),
  textTooLong: text("the text is too long", "正文过长"),
  attachedFileGone: text("the attached file is not there", "附件不存在"),
  mailRefused: text("the mail server refused it (SMTP {status})", "邮件服务器拒收（SMTP {status}）"),
  mailServerSilent: text(
    "the mail server did not say whether it took the mail ({code})",
    "邮件服务器未确认是否已收下邮件（{code}）",
  ),
  mailServerAway: text("the mail server was not reached ({code})", "无法连接邮件服务器（{code}）"),
  // webhook
  notWebAddress: text("the address is not an http(s) address", "地址不是有效的http(s)地址"),
  privateAddress: text(
    "the address is private; WEBHOOK_ALLOW_PRIVATE lets such calls out",
    "地址属于内部网络；设置WEBHOOK_ALLOW_PRIVATE后方可调用",
  ),
  dataTooLarge: text("the data is larger than 1 MB", "数据超过1 MB"),
  redirects: text(
    "the address redirects (HTTP {status}), which is not followed",
    "该地址返回重定向（HTTP {status}），系统不会跟随",
  ),
  answered: text("the other side answered HTTP {status}", "对方返回HTTP {status}"),
  callBrokeOff: text("the call broke off ({code})", "调用中断（{code}）"),
  answerBrokeOff: text("the answer broke off ({code})", "响应中断（{code}）"),
  // document
  noQuoteNamed: text("no quote is named", "未指定报价单"),
  quoteGone: text("the quote is not there", "报价单不存在"),
  textIsNone: text("what is to be printed is not a text", "要打印的内容不是文本"),
  cannotBePrinted: text("the quote cannot be printed ({code})", "报价单无法打印（{code}）"),
  // what a rule or an expression gave
  neitherTrueNorFalse: text("its answer is neither true nor false", "结果既非真也非假"),
  notAdded: text("its rows cannot be added up", "各行结果无法相加"),
  peopleUnreadable: text("its people cannot be read", "无法读取其中的人员"),
  notList: text("it is not a list", "不是列表"),
  // what one case tells another
  startedAnew: text("started anew", "已重新发起"),
  parentLeft: text("{process} left it", "上级流程{process}已离开该步骤"),
  parentSuspended: text("{process} above it was suspended", "上级流程{process}已暂停"),
  parentResumed: text("{process} above it was resumed", "上级流程{process}已恢复"),
} as const satisfies Readonly<Record<string, LocalText>>;

export type MachineReason = keyof typeof machineReasons;

/** The sentence that is kept: plain English words, no personal data. */
export const machineReason = (reason: MachineReason, values: Readonly<Record<string, ProblemValue>> = {}): string =>
  fillTemplate(machineReasons[reason].en, values);

const escaped = (plain: string): string => plain.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A template as a pattern whose groups are its places. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\{(\w+)\}/)
      .map((part, at) => (at % 2 === 0 ? escaped(part) : `(?<${part}>.+)`))
      .join("")}$`,
  );

const known = Object.values(machineReasons).map((words: LocalText) => ({ words, pattern: patternOf(words.en) }));

/** What the machine said, in the reader's language; what it was told by somebody else stands as it is, in quotation marks. */
export const reasonIn = (said: string, language: Language): string => {
  for (const { words, pattern } of known) {
    const found = pattern.exec(said);
    if (found !== null) return fillTemplate(words[language], found.groups ?? {});
  }
  return `“${said}”`;
};
