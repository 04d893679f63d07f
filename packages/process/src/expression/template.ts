import type { ASTNode } from "@marcbachmann/cel-js";
import { chainOf } from "./chains.ts";
import { parseExpression } from "./expression.ts";

/** A piece of a text with fields in it: words, or a field, a variable or a fact of the case by its path, and where it stands. */
export interface TemplatePiece {
  readonly is: "words" | "field";
  /** The words, or the path: `record.customer.name`. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*\}\}/gu;

/** What writes the value at a path; nothing where it is empty. */
export const placeholderExpression = (path: string): string =>
  path.includes(".") ? `text(${path.replaceAll(".", ".?")})` : `text(${path})`;

/** A text asks for the same few paths over and over. */
const MOST_KEPT = 1_000;
const readable = new Map<string, boolean>();

const parses = (path: string): boolean => {
  try {
    return parseExpression(placeholderExpression(path)).text !== "";
  } catch {
    return false;
  }
};

const isReadable = (path: string): boolean => {
  const known = readable.get(path);
  if (known !== undefined) return known;
  if (readable.size >= MOST_KEPT) readable.clear();
  const answer = parses(path);
  readable.set(path, answer);
  return answer;
};

/** The pieces of a text: `{{path}}` stands for what is at the path, everything else for itself. */
export const templatePieces = (template: string): readonly TemplatePiece[] => {
  const pieces: TemplatePiece[] = [];
  let at = 0;
  const words = (to: number): void => {
    if (to > at) pieces.push({ is: "words", text: template.slice(at, to), from: at, to });
  };
  for (const { 0: whole, 1: path = "", index } of template.matchAll(PLACEHOLDER)) {
    if (!isReadable(path)) continue;
    words(index);
    at = index + whole.length;
    pieces.push({ is: "field", text: path, from: index, to: at });
  }
  words(template.length);
  return pieces;
};

/** Side by side up to this many, so that a long text is no deep expression. */
const SIDE_BY_SIDE = 8;

const added = (terms: readonly string[]): string => {
  if (terms.length <= SIDE_BY_SIDE) return terms.join(" + ");
  const middle = Math.ceil(terms.length / 2);
  return `(${added(terms.slice(0, middle))}) + (${added(terms.slice(middle))})`;
};

/** The expression that writes a text with fields in it; null for one without any, which is a fixed text. */
export const expressionOfTemplate = (template: string): string | null => {
  const pieces = templatePieces(template);
  if (!pieces.some(({ is }) => is === "field")) return null;
  return added(pieces.map(({ is, text }) => (is === "words" ? JSON.stringify(text) : placeholderExpression(text))));
};

const termsOf = (node: ASTNode): readonly ASTNode[] => (node.op === "+" ? node.args.flatMap(termsOf) : [node]);

const pathOf = (node: ASTNode): string | null => {
  const chain = chainOf(node);
  return chain && [chain.root, ...chain.members].join(".");
};

const pieceOf = (node: ASTNode): Pick<TemplatePiece, "is" | "text"> | null => {
  if (node.op === "value") return typeof node.args === "string" ? { is: "words", text: node.args } : null;
  const written = node.op === "call" && node.args[0] === "text" ? node.args[1][0] : node;
  const path = written ? pathOf(written) : null;
  return path === null ? null : { is: "field", text: path };
};

/** The text with fields that a part of an expression writes; null for one that does anything else. */
export const templateOfNode = (node: ASTNode): string | null => {
  const terms = termsOf(node);
  const pieces = terms.map(pieceOf);
  const isText = terms.some(({ op }, index) => op === "call" || (node.op === "+" && pieces[index]?.is === "words"));
  if (!isText || !pieces.every((piece) => piece !== null)) return null;
  const template = pieces.map(({ is, text }) => (is === "field" ? `{{${text}}}` : text)).join("");
  const paths = (all: readonly Pick<TemplatePiece, "is" | "text">[]) =>
    all.filter(({ is }) => is === "field").map(({ text }) => text);
  const isSame = paths(templatePieces(template)).join() === paths(pieces).join();
  return isSame ? template : null;
};

/** The text with fields that an expression writes, read from its tree; null for one that does anything else. */
export const templateOf = (expression: string): string | null => {
  try {
    return templateOfNode(parseExpression(expression).ast);
  } catch {
    return null;
  }
};
