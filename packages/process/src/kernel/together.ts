import { MissingFacts } from "./signals.ts";

/**
 * Does things that do not hang on one another, in order. When some of them lack facts all are tried, and the step then asks for
 * everything they lack at once; nothing of such a step is kept.
 */
export const together = (acts: readonly (() => void)[]): void => {
  const missing: string[] = [];
  for (const act of acts) {
    try {
      act();
    } catch (signal) {
      if (signal instanceof MissingFacts) missing.push(...signal.keys);
      else if (missing.length === 0) throw signal;
      else break; // what failed may have stood on what is missing: first the facts
    }
  }
  if (missing.length > 0) throw new MissingFacts(missing);
};
