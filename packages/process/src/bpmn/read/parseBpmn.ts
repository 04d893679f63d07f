import { BpmnModdle } from "bpmn-moddle";
import { error, type Finding } from "../../check/finding.ts";
import type { FindingCode } from "../../check/findingCodes.ts";
import { isElement, type Element } from "./element.ts";
import { unreadableXml } from "./unreadableXml.ts";

export type Parsed =
  | { readonly problem: Finding }
  | { readonly definitions: Element; readonly warnings: readonly string[] };

const refuse = (code: FindingCode, en: string, zh: string): Parsed => ({ problem: error(code, {}, { en, zh }) });

/**
 * The tree of a BPMN file that nobody has vouched for, or why there is none.
 *
 * Bounded in time and memory whatever it is given: size, elements and depth are counted before the file is parsed, and a file
 * that declares entities is refused unread.
 */
export const parseBpmn = async (text: string): Promise<Parsed> => {
  const unreadable = unreadableXml(text);
  if (unreadable === "broken")
    return refuse(
      "NOT_BPMN",
      "This is no XML file, or it is cut off or broken.",
      "不是XML文件，或者文件不完整、已损坏。",
    );
  if (unreadable !== null) return { problem: unreadable };
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(text, "bpmn:Definitions", { lax: true });
    if (!isElement(rootElement) || rootElement.$type !== "bpmn:Definitions") throw new Error("no definitions");
    return { definitions: rootElement, warnings: warnings.map(({ message }) => message.split("\n")[0] as string) };
  } catch {
    return refuse(
      "NOT_BPMN",
      "This is XML, but no BPMN 2.0: the outermost element is not BPMN's “definitions”.",
      "这是XML，但不是BPMN 2.0：最外层元素不是BPMN的“definitions”。",
    );
  }
};
