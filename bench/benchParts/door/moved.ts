const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;
const PART = 2 ** 48;

/** The id that stands for this one in the n-th copy: n further on, so copies keep the order of their originals. */
export const movedId = (id: string, copy: number): string => {
  const moved = (Number.parseInt(id.slice(24), 16) + copy) % PART;
  return id.slice(0, 24) + moved.toString(16).padStart(12, "0");
};

/** Puts the n-th copy of everything in a text in the place of the original, but for the ids that all copies share. */
export const movedText = (text: string, copy: number, shared: ReadonlySet<string>): string =>
  text.replace(ID, (id) => (shared.has(id) ? id : movedId(id, copy)));
