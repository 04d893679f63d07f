import type { ASTNode } from "@marcbachmann/cel-js";
import type { Language } from "@sluice/problems";
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

/** The language that the values in a text are said in; null where they stand as they are kept. */
export type SaidIn = Language | null;

/** What writes the value at a path, as people say it in a language or as it is kept; nothing where it is empty. */
export const placeholderExpression = (path: string, said: SaidIn): string => {
  const value = path.replaceAll(".", ".?");
  return said === null ? `text(${value})` : `shown(${value}, "${said}")`;
};

/** A text asks for the same few paths over and over. */
const MOST_KEPT = 1_000;
const readable = new Map<string, boolean>();

const parses = (path: string): boolean => {
  try {
    return parseExpression(placeholderExpression(path, null)).text !== "";
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
export const expressionOfTemplate = (template: string, said: SaidIn): string | null => {
  const pieces = templatePieces(template);
  if (!pieces.some(({ is }) => is === "field")) return null;
  return added(
    pieces.map(({ is, text }) => (is === "words" ? JSON.stringify(text) : placeholderExpression(text, said))),
  );
};

const termsOf = (node: ASTNode): readonly ASTNode[] => (node.op === "+" ? node.args.flatMap(termsOf) : [node]);

const pathOf = (node: ASTNode): string | null => {
  const chain = chainOf(node);
  return chain && [chain.root, ...chain.members].join(".");
};

interface ReadPiece extends Pick<TemplatePiece, "is" | "text"> {
  /** How a value stands there; nothing for words. */
  readonly said?: SaidIn;
}

const pieceOf = (node: ASTNode): ReadPiece | null => {
  if (node.op === "value") return typeof node.args === "string" ? { is: "words", text: node.args } : null;
  const [call, args] = node.op === "call" ? node.args : ["", [node]];
  if (!["", "text", "shown"].includes(call)) return null;
  const path = args[0] ? pathOf(args[0]) : null;
  const language = call === "shown" && args[1]?.op === "value" ? (args[1].args as Language) : null;
  return path === null ? null : { is: "field", text: path, said: language };
};

/** A text with fields in it, and how the values stand in it. */
export interface WrittenText {
  readonly template: string;
  readonly said: SaidIn;
}

/** The text with fields that a part of an expression writes; null for one that does anything else, or says its values in several ways. */
export const templateOfNode = (node: ASTNode): WrittenText | null => {
  const terms = termsOf(node);
  const pieces = terms.map(pieceOf);
  const isText = terms.some(({ op }, index) => op === "call" || (node.op === "+" && pieces[index]?.is === "words"));
  if (!isText || !pieces.every((piece) => piece !== null)) return null;
  const template = pieces.map(({ is, text }) => (is === "field" ? `{{${text}}}` : text)).join("");
  const paths = (all: readonly Pick<TemplatePiece, "is" | "text">[]) =>
    all.filter(({ is }) => is === "field").map(({ text }) => text);
  const isSame = paths(templatePieces(template)).join() === paths(pieces).join();
  const [said = null, ...others] = new Set(pieces.flatMap((piece) => (piece.said === undefined ? [] : [piece.said])));
  return isSame && others.length === 0 ? { template, said } : null;
};

/** The text with fields that an expression writes, read from its tree; null for one that does anything else. */
export const templateOf = (expression: string): WrittenText | null => {
  try {
    return templateOfNode(parseExpression(expression).ast);
  } catch {
    return null;
  }
};

const HAN = /\p{Script=Han}/u;

/** The language of a text by its words: Chinese where any Chinese sign stands in them. */
export const languageOfWords = (template: string): Language =>
  templatePieces(template).some(({ is, text }) => is === "words" && HAN.test(text)) ? "zh" : "en";
