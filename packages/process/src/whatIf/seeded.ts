/** A number from 0 up to 1 that is always the same for the same words: FNV-1a, mixed by the finaliser of MurmurHash3. */
export const seeded = (...words: readonly (string | number)[]): number => {
  let hash = 0x811c9dc5;
  for (const sign of words.join("\u0000")) {
    hash ^= sign.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 0x1_0000_0000;
};
