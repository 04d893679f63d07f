/** The two-byte part of GB18030, from character to bytes: enough for texts in simplified Chinese and ASCII. */
const table = ((): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(new Uint8Array([first, second]));
      if (character.length === 1 && character !== "�") found.set(character, [first, second]);
    }
  }
  return found;
})();

/** A text as a spreadsheet on a Chinese Windows saves it. Throws on a character outside the two-byte part. */
export const toGb18030 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text).flatMap((character): readonly number[] => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${character} is not in the two-byte part of GB18030`);
      return bytes;
    }),
  );
