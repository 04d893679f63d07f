const HAN = /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** What must not begin a line: it is glued to what stands before it. */
const NEVER_FIRST = /^[，。、；：？！）》」』】〉”’…—%℃·]/;
/** What must not end a line: it is glued to what comes after it. */
const NEVER_LAST = /[（《「『【〈“‘￥¥$€]$/;
const LATIN = /[\p{L}\p{N}.,_/-]/u;
/** A Latin word longer than this may break anywhere; it would run into the next column otherwise. */
const LONGEST_WHOLE = 16;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

const isLatin = (text: string | undefined): boolean => text !== undefined && !HAN.test(text) && LATIN.test(text);

const piecesOf = (word: string): string[] => {
  const pieces: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1);
    const isGlued =
      last !== undefined &&
      (NEVER_FIRST.test(segment) ||
        NEVER_LAST.test(last) ||
        (isLatin(segment) && isLatin(last.at(-1)) && last.length < LONGEST_WHOLE));
    if (isGlued) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
};

/**
 * Says where a word of a printed document may break: between Chinese characters but never before closing or after opening
 * punctuation, and anywhere in what is too long for a column.
 *
 * The empty string between two pieces is what keeps @react-pdf from drawing a hyphen there (it takes it for a syllable of no
 * width); without it Chinese does not wrap at all and is cut at the edge (diegomura/react-pdf#2917).
 */
export const breakWord = (word: string): string[] =>
  HAN.test(word) || word.length > LONGEST_WHOLE
    ? piecesOf(word).flatMap((piece, index) => (index === 0 ? [piece] : ["", piece]))
    : [word];
