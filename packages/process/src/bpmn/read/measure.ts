/** The most that a file may hold: characters, elements, and how deep they lie. */
export const BPMN_LIMITS = { characters: 5_242_880, elements: 60_000, depth: 60 } as const;

const SKIPPED = [
  { opens: "<!--", closes: "-->" },
  { opens: "<![CDATA[", closes: "]]>" },
  { opens: "<?", closes: "?>" },
] as const;

/** Where a tag that begins at `from` ends, quotes honoured; -1 where it never does. */
const tagEnd = (text: string, from: number): number => {
  let quote = "";
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === "<") return -1;
    else if (char === ">") return at;
  }
  return -1;
};

/** Whether a file's tags are few and flat enough to build a tree from. Looks at each character once, whatever the file is. */
export const measured = (text: string): "fits" | "tooLarge" | "broken" => {
  let elements = 0;
  let depth = 0;
  for (let at = text.indexOf("<"); at !== -1;) {
    const from = at;
    const skipped = SKIPPED.find(({ opens }) => text.startsWith(opens, from));
    const end = skipped ? text.indexOf(skipped.closes, from + skipped.opens.length) : tagEnd(text, from);
    if (end === -1) return "broken";
    if (!skipped) {
      const closes = text.charAt(from + 1) === "/";
      if (!closes) elements += 1;
      if (closes) depth -= 1;
      else if (text.charAt(end - 1) !== "/") depth += 1;
      if (elements > BPMN_LIMITS.elements || depth > BPMN_LIMITS.depth) return "tooLarge";
    }
    at = text.indexOf("<", end);
  }
  return depth === 0 && elements > 0 ? "fits" : "broken";
};
