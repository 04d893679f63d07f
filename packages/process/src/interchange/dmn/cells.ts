const NUMBER = /^-?\d+(?:\.\d+)?$/;
const QUOTED = /^"(?:[^"\\]|\\.)*"$/;
const SIGN = /^(<=|>=|<|>|!=|=)\s*(.+)$/s;
const RANGE = /^([[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([[\])])$/s;
const NEGATED = /^not\s*\((.*)\)$/s;

/** An operand as FEEL writes it: numbers, booleans and dates in quotes as they are, all other text in quotes. */
const feelOperand = (text: string): string =>
  NUMBER.test(text) || QUOTED.test(text) || text === "true" || text === "false" ? text : JSON.stringify(text);

const itemsOf = (text: string): readonly string[] => text.match(/"[^"]*"|[^,]+/g)?.map((it) => it.trim()) ?? [];

/** A cell as a unary test of FEEL that says the same. */
export const feelCell = (cell: string): string => {
  const text = cell.trim();
  if (text === "" || text === "-") return "-";
  const negated = NEGATED.exec(text);
  if (negated) return `not(${feelCell(negated[1] ?? "")})`;
  const range = RANGE.exec(text);
  if (range) return `${range[1]}${feelOperand(range[2] ?? "")}..${feelOperand(range[3] ?? "")}${range[4]}`;
  const sign = SIGN.exec(text);
  if (sign?.[1] === "=") return feelOperand(sign[2] ?? "");
  if (sign?.[1] === "!=") return `not(${feelOperand(sign[2] ?? "")})`;
  if (sign) return `${sign[1]} ${feelOperand(sign[2] ?? "")}`;
  return itemsOf(text).map(feelOperand).join(", ");
};

const isOperand = (text: string): boolean =>
  NUMBER.test(text) || QUOTED.test(text) || text === "true" || text === "false";

/** The operand that a FEEL date is: its text, which is how dates are compared here. */
const plainOperand = (text: string): string => /^date\(\s*("[^"]*")\s*\)$/.exec(text)?.[1] ?? text;

const cellOfItem = (text: string): string | null => {
  const sign = /^(<=|>=|<|>)\s*(.+)$/s.exec(text);
  const operand = plainOperand((sign?.[2] ?? text).trim());
  if (!isOperand(operand)) return null;
  return sign ? `${sign[1]} ${operand}` : operand;
};

/**
 * The cell that says the same as a unary test of FEEL; null where the grammar of cells has no such test: a comparison with another
 * field, a function, arithmetic, several comparisons at once.
 */
export const cellOfFeel = (feel: string): string | null => {
  const text = feel.trim();
  if (text === "" || text === "-") return "-";
  const negated = NEGATED.exec(text);
  if (negated) {
    const inner = cellOfFeel(negated[1] ?? "");
    return inner === null || inner === "-" ? null : `not(${inner})`;
  }
  const range = RANGE.exec(text);
  if (range) {
    const [from, to] = [plainOperand(range[2] ?? ""), plainOperand(range[3] ?? "")];
    return isOperand(from) && isOperand(to) ? `${range[1]}${from}..${to}${range[4]}` : null;
  }
  const items = itemsOf(text);
  const cells = items.map(cellOfItem);
  if (cells.includes(null)) return null;
  return cells.length > 1 && cells.some((cell) => /^[<>]/.test(cell ?? "")) ? null : cells.join(", ");
};

/** An answer as FEEL writes it, and back. */
export const feelAnswer = (result: string): string => {
  const text = result.trim();
  return text === "" ? "" : feelOperand(text);
};

/** The answer that a FEEL literal is; null where it has to be worked out. */
export const answerOfFeel = (feel: string): string | null => {
  const text = plainOperand(feel.trim());
  return text === "" || isOperand(text) ? text : null;
};
