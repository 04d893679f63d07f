/** Both ends of a stretch of values; null leaves one open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** The ends of a stretch as a list's filter writes it (`10..20`); one value alone is a stretch of itself. Pure. */
export const rangeOf = (text: string | null): Range => {
  if (text === null) return { from: null, to: null };
  const at = text.indexOf("..");
  if (at < 0) return { from: text, to: text };
  return { from: text.slice(0, at) || null, to: text.slice(at + 2) || null };
};

/** The filter that says a stretch: what `rangeOf` reads back; null where both ends are open. Pure. */
export const rangeText = ({ from, to }: Range): string | null =>
  from === null && to === null ? null : `${from ?? ""}..${to ?? ""}`;
