import { isStorableText } from "@sluice/domain";
import { problem, Refusal } from "@sluice/problems";

/** Deeper than any form, and far from the end of a stack. */
const MOST_DEPTH = 64;

const refused = (path: string, reason: string): Refusal =>
  new Refusal([problem("INPUT_INVALID", { field: path || "input", reason })]);

/**
 * Refuses an input that nothing behind the border could take: nested without end, or with characters that are none. Walks it
 * without recursion, so whatever comes is answered.
 *
 * @problem INPUT_INVALID - it is nested too deeply, or holds a null character or half a surrogate pair
 */
export const assertPlain = (input: unknown): void => {
  const left: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: input, path: "", depth: 0 },
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path, depth } = next;
    if (typeof value === "string" && !isStorableText(value)) throw refused(path, "noText");
    if (typeof value !== "object" || value === null) continue;
    if (depth >= MOST_DEPTH) throw refused(path.slice(0, 200), "tooDeep");
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorableText(key)) throw refused(path, "noText");
      left.push({ value: inner, path: depth < 8 ? (path === "" ? key : `${path}.${key}`) : path, depth: depth + 1 });
    }
  }
};
