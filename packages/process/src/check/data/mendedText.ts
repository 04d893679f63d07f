import type { Range } from "../../expression/pathUses.ts";

/** A text with parts of it put right, each from what stands there. The parts do not overlap. */
export const mendedText = (text: string, parts: readonly Range[], right: (part: string) => string): string =>
  parts
    .toSorted((one, other) => other.start - one.start)
    .reduce((whole, { start, end }) => whole.slice(0, start) + right(whole.slice(start, end)) + whole.slice(end), text);

/** A chain as it is written (`record.?customer.grade`) with one of its members under another name. The root is no member. */
export const renamedMember = (chain: string, member: number, name: string): string => {
  const parts = chain.split(/(\s*\.\??\s*)/u);
  return parts.with((member + 1) * 2, name).join("");
};
