import { problem, Refusal } from "@sluice/problems";
import type { ProcessDefinition } from "@sluice/process";
import { templates } from "@sluice/templates";
import type { TemplateRow } from "./processShapes.ts";

/** What a new process can begin with: every shipped process, whether the enterprise has it in use or not. */
export const listTemplates = (): TemplateRow[] =>
  templates.map(({ key, name, description, kind, recordType, nodes }) => ({
    key,
    name,
    description: description ?? null,
    kind,
    recordType,
    steps: nodes.filter((node) => node.kind !== "stage" && node.kind !== "start").length,
  }));

/**
 * Answers a shipped process as it is shipped.
 *
 * @problem NOT_FOUND - none is shipped under this key
 */
export const getTemplate = (key: string): ProcessDefinition => {
  const found = templates.find((template) => template.key === key);
  if (found === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "process" })]);
  return found;
};
