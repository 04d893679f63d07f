import { BPMN_LIMITS } from "../bpmn/read/measure.ts";
import { readBpmn } from "../bpmn/read/readBpmn.ts";
import type { Unmapped } from "../bpmn/read/unmapped.ts";
import { error, type Finding } from "../check/finding.ts";
import type { FindingCode } from "../check/findingCodes.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { readDefinition } from "../definition/readDefinition.ts";

/** What a file holds: a process with all that had no place in it, or every reason why there is none. */
export type ReadFile =
  | {
      readonly format: "json" | "bpmn";
      readonly definition: ProcessDefinition;
      readonly unmapped: readonly Unmapped[];
    }
  | { readonly problems: readonly Finding[] };

const refuse = (code: FindingCode, en: string, zh: string): ReadFile => ({ problems: [error(code, {}, { en, zh })] });

/** The line at which a parser gave up; null where it does not say. What else it says is in its own language. */
const brokenLine = (text: string, caught: unknown): number | null => {
  const at = caught instanceof Error ? /position (\d+)/.exec(caught.message)?.[1] : undefined;
  return at === undefined ? null : text.slice(0, Number(at)).split("\n").length;
};

const readJson = (text: string): ReadFile => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (caught) {
    const line = brokenLine(text, caught);
    return line === null
      ? refuse("NOT_JSON", "The file is no JSON, or it is cut off.", "不是有效的JSON，或文件不完整。")
      : refuse(
          "NOT_JSON",
          `The file is no JSON, or it is cut off: look at line ${line}.`,
          `不是有效的JSON，或文件不完整：请查看第${line}行。`,
        );
  }
  const read = readDefinition(value);
  return "problems" in read ? read : { format: "json", definition: read.definition, unmapped: [] };
};

/** What a text is, by how it begins; whatever its file is called. */
const formatOf = (text: string): "json" | "xml" | "dmn" | null => {
  const begins = text.replace(/^\uFEFF/, "").trimStart();
  if (begins.startsWith("{") || begins.startsWith("[")) return "json";
  if (!begins.startsWith("<")) return null;
  return /^(?:[^<]|<[?!])*<(?:\w+:)?definitions[^>]{0,4000}omg\.org\/spec\/DMN\//s.test(begins.slice(0, 20_000))
    ? "dmn"
    : "xml";
};

/**
 * Reads a process out of a file that nobody has vouched for: the product's own JSON, or BPMN of any tool. What it is is seen by
 * its content, not by its name. Bounded in time; nothing is dropped in silence.
 */
export const readFile = async (text: string, { recordType }: { readonly recordType: string }): Promise<ReadFile> => {
  if (text.length > BPMN_LIMITS.characters)
    return refuse("FILE_TOO_LARGE", "The file is larger than 5 MB.", "文件超过5 MB。");
  const format = formatOf(text);
  if (format === "json") return readJson(text.replace(/^\uFEFF/, ""));
  if (format === "dmn")
    return refuse(
      "FILE_IS_DMN",
      "This file holds decision tables. Import it at the table of a branch.",
      "该文件是决策表，请在分支的决策表处导入。",
    );
  if (format === null)
    return refuse("FILE_KIND_UNKNOWN", "The file is neither BPMN nor JSON.", "该文件既不是BPMN，也不是JSON。");
  const read = await readBpmn(text.replace(/^\uFEFF/, ""), { recordType });
  return "problems" in read ? read : { format: "bpmn", ...read };
};
