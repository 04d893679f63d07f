import type { ASTNode } from "@marcbachmann/cel-js";
import type { LocalText } from "@sluice/problems";
import { parseExpression } from "./expression.ts";
import { expressionOfTemplate, templateOf, templateOfNode } from "./template.ts";

/** The expression that writes a text with fields in both languages; null when neither has any: then it is a fixed text. */
export const expressionOfLocalTemplate = ({ en, zh }: LocalText): string | null => {
  const [english, chinese] = [expressionOfTemplate(en), expressionOfTemplate(zh)];
  if (english === null && chinese === null) return null;
  return `{"en": ${english ?? JSON.stringify(en)}, "zh": ${chinese ?? JSON.stringify(zh)}}`;
};

const wordsOrTemplate = (node: ASTNode): string | null =>
  node.op === "value" ? (typeof node.args === "string" ? node.args : null) : templateOfNode(node);

/** The text in both languages that an expression writes; one that writes a single text says it in both; null for any other. */
export const localTemplateOf = (expression: string): LocalText | null => {
  try {
    const { ast } = parseExpression(expression);
    if (ast.op !== "map") {
      const both = templateOf(expression);
      return both === null ? null : { en: both, zh: both };
    }
    const entries = ast.args.map(([key, value]) => [key.args, wordsOrTemplate(value)] as const);
    const of = (language: string): string | null => entries.find(([key]) => key === language)?.[1] ?? null;
    const [en, zh] = [of("en"), of("zh")];
    return entries.length === 2 && en !== null && zh !== null ? { en, zh } : null;
  } catch {
    return null;
  }
};
