/** A piece of an expression's text, however unfinished the text is. */
export interface ExpressionToken {
  readonly is: "text" | "number" | "name" | "sign";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const PIECES =
  /(?<text>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<sign>&&|\|\||[=!<>]=|\.\?|[^\s\p{L}\p{N}_])/gu;

/** The pieces of an expression, in order; what is between them is space. Never throws; time grows with the text. */
export const tokensOf = (text: string): readonly ExpressionToken[] =>
  [...text.matchAll(PIECES)].map(({ 0: piece, index, groups = {} }) => ({
    is: (["text", "number", "name"] as const).find((kind) => groups[kind] !== undefined) ?? "sign",
    text: piece,
    from: index,
    to: index + piece.length,
  }));

/** Whether a text in quotes has been closed. */
export const isClosed = ({ text }: ExpressionToken): boolean =>
  text.length > 1 && text.endsWith(text[0] ?? "") && !/[^\\](?:\\\\)*\\.$/u.test(text);
