import { inputReasonIn, issueReason } from "@sluice/problems";
import type { z } from "zod";
import { error, type Finding } from "../check/finding.ts";
import type { FindingCode } from "../check/findingCodes.ts";
import { problemsOfWholeness } from "../check/structure/wholeness.ts";
import { isBounded } from "./isBounded.ts";
import { DEFINITION_FORMAT, processDefinitionSchema, type ProcessDefinition } from "./processDefinition.ts";
import { upgradedFrom } from "./storedDefinition.ts";

/** A definition that can be drawn and checked, or every reason why it cannot. */
export type ReadDefinition = { readonly definition: ProcessDefinition } | { readonly problems: readonly Finding[] };

/** More problems than this help nobody. */
const PROBLEM_LIMIT = 200;

type Raw = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

const refuse = (code: FindingCode, en: string, zh: string): ReadDefinition => ({
  problems: [error(code, {}, { en, zh })],
});

const elementAt = (raw: Raw, path: readonly PropertyKey[]): Pick<Finding, "node" | "edge"> => {
  const [list, index] = path;
  if ((list !== "nodes" && list !== "edges") || typeof index !== "number") return {};
  const elements = raw[list];
  const element: unknown = Array.isArray(elements) ? elements[index] : undefined;
  if (!isObject(element) || typeof element["id"] !== "string") return {};
  return list === "nodes" ? { node: element["id"] } : { edge: element["id"] };
};

const ofIssue = (raw: Raw, issue: z.core.$ZodIssue): Finding => {
  const place = elementAt(raw, issue.path);
  const inside = "node" in place || "edge" in place ? issue.path.slice(2) : issue.path;
  const path = inside.map(String).join(".");
  const { reason, values } = issueReason(issue);
  return error(
    "SHAPE_WRONG",
    { ...place, ...(path ? { path } : {}) },
    {
      en: `${path || "definition"}: ${inputReasonIn(reason, values, "en")}`,
      zh: `${path || "流程定义"}：${inputReasonIn(reason, values, "zh")}`,
    },
  );
};

/**
 * Reads a definition that nobody has vouched for: any value at all, from a draft, a file or an older version.
 *
 * Bounded in time whatever it is given. Older formats are upgraded, newer ones refused; every problem is told at once, up to a
 * limit. A definition that comes back is whole: ids are unique, wires and moves end somewhere, steps lie in stages.
 */
export const readDefinition = (unverified: unknown): ReadDefinition => {
  if (!isObject(unverified))
    return refuse("SHAPE_WRONG", "A process definition is a JSON object.", "流程定义必须是 JSON 对象。");
  if (!isBounded(unverified))
    return refuse(
      "DEFINITION_TOO_LARGE",
      "The definition is too large or too deeply nested.",
      "流程定义过大或嵌套过深。",
    );
  const { format } = unverified;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1)
    return refuse(
      "FORMAT_UNKNOWN",
      "It names no format of process, so it was not exported here.",
      "缺少流程格式版本，不是从本系统导出的流程。",
    );
  if (format > DEFINITION_FORMAT)
    return refuse(
      "FORMAT_NEWER",
      `The definition was written by a newer version (format ${format}, here ${DEFINITION_FORMAT}).`,
      `流程定义来自更新的版本（格式${format}，当前支持${DEFINITION_FORMAT}）。`,
    );
  const raw = upgradedFrom(format, unverified);
  const parsed = processDefinitionSchema.safeParse(raw);
  if (!parsed.success)
    return { problems: parsed.error.issues.slice(0, PROBLEM_LIMIT).map((issue) => ofIssue(raw, issue)) };
  const problems = problemsOfWholeness(parsed.data);
  return problems.length > 0 ? { problems: problems.slice(0, PROBLEM_LIMIT) } : { definition: parsed.data };
};
