import { error, type Finding } from "../../check/finding.ts";
import type { FindingCode } from "../../check/findingCodes.ts";
import { BPMN_LIMITS, measured } from "./measure.ts";

const refuse = (code: FindingCode, en: string, zh: string): Finding => error(code, {}, { en, zh });

/**
 * What stands against parsing an XML file that nobody has vouched for; null when it may be parsed.
 *
 * Size, elements and depth are counted before anything is parsed, and a file that declares entities is refused unread.
 */
export const unreadableXml = (text: string): Finding | "broken" | null => {
  if (text.length > BPMN_LIMITS.characters)
    return refuse("FILE_TOO_LARGE", "The file is larger than 5 MB.", "文件超过5 MB。");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return refuse(
      "FILE_DECLARES_ENTITIES",
      "The file declares a document type or entities; such files are not read.",
      "文件声明了文档类型或实体，不予读取。",
    );
  const size = measured(text);
  if (size === "tooLarge")
    return refuse(
      "FILE_TOO_LARGE",
      "The file holds too many elements, or they lie too deep.",
      "文件中的元素过多或嵌套过深。",
    );
  return size === "broken" ? "broken" : null;
};
