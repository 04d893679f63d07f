/** The names an expression may begin with. Everything it looks at hangs under one of them. */
export const EXPRESSION_ROOTS = ["record", "vars", "case", "form", "actor", "now", "item"] as const;
export type ExpressionRoot = (typeof EXPRESSION_ROOTS)[number];

export const isExpressionRoot = (name: string): name is ExpressionRoot =>
  EXPRESSION_ROOTS.some((root) => root === name);
