import type { ASTNode } from "@marcbachmann/cel-js";
import type { LocalText } from "@sluice/problems";
import { parseExpression } from "./expression.ts";
import { expressionOfTemplate, templateOf, templateOfNode, type WrittenText } from "./template.ts";

/** A text with fields in both languages. `isKept`: its values stand as they are kept, else as people say them in each language. */
export interface LocalTemplate {
  readonly text: LocalText;
  readonly isKept: boolean;
}

/** The expression that writes a text with fields in both languages; null when neither has any: then it is a fixed text. */
export const expressionOfLocalTemplate = ({ text: { en, zh }, isKept }: LocalTemplate): string | null => {
  const [english, chinese] = [
    expressionOfTemplate(en, isKept ? null : "en"),
    expressionOfTemplate(zh, isKept ? null : "zh"),
  ];
  if (english === null && chinese === null) return null;
  return `{"en": ${english ?? JSON.stringify(en)}, "zh": ${chinese ?? JSON.stringify(zh)}}`;
};

/** What one language says; `said` is left out where it is words alone. */
const halfOf = (node: ASTNode): (Pick<WrittenText, "template"> & Partial<WrittenText>) | null => {
  if (node.op !== "value") return templateOfNode(node);
  return typeof node.args === "string" ? { template: node.args } : null;
};

/** The text in both languages that an expression writes; one that writes a single text says it in both; null for any other. */
export const localTemplateOf = (expression: string): LocalTemplate | null => {
  try {
    const { ast } = parseExpression(expression);
    if (ast.op !== "map") {
      const both = templateOf(expression);
      return both && { text: { en: both.template, zh: both.template }, isKept: both.said === null };
    }
    const halves = new Map(ast.args.map(([key, value]) => [key.args, halfOf(value)]));
    const [en, zh] = [halves.get("en"), halves.get("zh")];
    if (ast.args.length !== 2 || !en || !zh) return null;
    const isKept = en.said === null || zh.said === null;
    const isPlain = [en, zh].every(({ said }) => said === undefined || said === null);
    const isSaid = [en.said ?? "en", zh.said ?? "zh"].join() === "en,zh";
    return (isKept ? isPlain : isSaid) ? { text: { en: en.template, zh: zh.template }, isKept } : null;
  } catch {
    return null;
  }
};
