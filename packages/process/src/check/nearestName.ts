import leven from "leven";

/** Names longer than this are nobody's slip of the keys. */
const LONGEST = 120;

/** How many keys a slip may be off: two in five, which two that changed places are; three at most. */
const mostOff = (name: string): number => Math.min(3, Math.max(1, Math.floor(name.length * 0.4)));

/**
 * Tells which of the known names was meant by one that is not among them; null when none is near, or two are as near as each
 * other. Pure. Small and capital letters do not count.
 */
export const nearestName = (written: string, known: Iterable<string>): string | null => {
  if (written.length > LONGEST) return null;
  const name = written.toLowerCase();
  const most = mostOff(name);
  let best: { readonly name: string | null; readonly off: number } = { name: null, off: most + 1 };
  for (const candidate of known) {
    if (candidate === written || Math.abs(candidate.length - name.length) > most) continue;
    const off = leven(name, candidate.toLowerCase(), { maxDistance: most + 1 });
    if (off < best.off) best = { name: candidate, off };
    else if (off === best.off && off <= most) best = { name: null, off };
  }
  return best.off < name.length ? best.name : null;
};
