import { fillTemplate } from "./fillTemplate.ts";
import type { Language, LocalText } from "./localText.ts";
import type { ProblemValue } from "./problemValue.ts";

const text = (en: string, zh: string): LocalText => ({ en, zh });

/** Why an input is not taken, in words. `values.reason` of INPUT_INVALID is the key, for programs. */
const inputReasons = {
  // shapes
  missing: text("it is missing", "缺少此项"),
  wrongType: text("it must be {expected}", "必须是{expected}"),
  notText: text("it must be text", "必须是文本"),
  notNumber: text("it must be a number", "必须是数字"),
  notWhole: text("it must be a whole number", "必须是整数"),
  notYesNo: text("it must be true or false", "必须是true或false"),
  notList: text("it must be a list", "必须是列表"),
  notObject: text("it must be an object", "必须是对象"),
  notOneOf: text("it must be one of {options}", "必须是以下之一：{options}"),
  tooFewCharacters: text("{least} or more characters", "至少{least}个字符"),
  tooManyCharacters: text("at most {most} characters", "最多{most}个字符"),
  tooFewEntries: text("{least} or more entries", "至少{least}项"),
  tooManyEntries: text("no more than {most} of them", "最多{most}项"),
  tooSmall: text("at least {least}", "不得小于{least}"),
  notAbove: text("more than {least}", "必须大于{least}"),
  tooLarge: text("at most {most}", "不得大于{most}"),
  notBelow: text("less than {most}", "必须小于{most}"),
  notMultiple: text("a multiple of {step}", "必须是{step}的倍数"),
  wrongForm: text("it does not have the right form ({form})", "格式不正确（{form}）"),
  unknownMember: text("it is not taken here: {members}", "此处不支持：{members}"),
  wrongMember: text("one of its names is not taken", "其中有不支持的名称"),
  fitsNoForm: text("it fits none of the forms that are taken", "不符合任何支持的形式"),
  elementId: text("letters, digits, - and _, up to 60, a letter first", "以字母开头，只含字母、数字、-和_，最多60个"),
  key: text(
    "camelCase: letters and digits, up to 60, a small letter first",
    "小驼峰：小写字母开头，只含字母和数字，最多60个",
  ),
  // requests
  queryNotTaken: text("this operation takes no such query parameter", "该操作不支持此查询参数"),
  memberNotTaken: text("this operation takes no such member", "该操作不支持此成员"),
  notUuid: text("it must be a UUID", "必须是UUID"),
  badRequest: text("it cannot be read", "无法读取"),
  noText: text("it holds characters that are none", "含有无效字符"),
  tooDeep: text("it is nested too deeply", "嵌套过深"),
  // lists
  notACursor: text("not a cursor of this list", "不是此列表的游标"),
  outOfRange: text("1 to {most}", "应在1至{most}之间"),
  notSortable: text("lists are not sorted by it", "列表不能按此排序"),
  notFilterable: text("lists are not narrowed by it", "列表不能按此筛选"),
  notAChoice: text("there is no such choice", "没有此选项"),
  // people and processes
  passwordLength: text("12 to 128 characters", "需12至128个字符"),
  recordTypeKept: text("a process keeps its record type", "流程的记录类型不可更改"),
  notAfter: text("it is not after the beginning", "须晚于开始时间"),
  notAsking: text("the step asks nobody", "该步骤不涉及人员"),
  // files
  empty: text("it is empty", "内容为空"),
  repeatedColumn: text("two columns have one name", "有同名的列"),
  unknownEncoding: text("its encoding cannot be read", "无法识别其编码"),
  cellTooLong: text("a cell holds more than {limit} characters", "单元格超过{limit}个字符"),
  tooManyCells: text("the row has more than {limit} cells", "该行超过{limit}个单元格"),
  notImportable: text("records of this type are not imported", "此类记录不支持导入"),
  notCsv: text("it is not a CSV file", "不是CSV文件"),
  notWhatItSays: text(
    "its content is not what its name says, or it is none of {extensions}",
    "内容与扩展名不符，或不属于{extensions}",
  ),
} as const satisfies Readonly<Record<string, LocalText>>;

export type InputReason = keyof typeof inputReasons;

const isReason = (reason: string): reason is InputReason => Object.hasOwn(inputReasons, reason);

/** The words of a reason in a language, with the values filled in; one that is not of the table stands as it is. */
export const inputReasonIn = (
  reason: string,
  values: Readonly<Record<string, ProblemValue>>,
  language: Language,
): string => (isReason(reason) ? fillTemplate(inputReasons[reason][language], values) : reason);
