/** What a list shows, as it stands in the address: words, sort, stage and equalities by field (`f.grade=A`), or what was deleted. */
export interface ListSearch {
  readonly q?: string;
  readonly sort?: string;
  readonly desc?: boolean;
  readonly stage?: string;
  readonly filters?: Readonly<Record<string, string>>;
  readonly deleted?: true;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** Reads it without trust: what does not fit is left out. */
export const readListSearch = (raw: Readonly<Record<string, unknown>>): ListSearch => {
  const q = text(raw.q);
  const sort = text(raw.sort);
  const stage = text(raw.stage);
  const filters = Object.fromEntries(
    Object.entries(typeof raw.filters === "object" && raw.filters !== null ? raw.filters : {}).filter(
      (entry): entry is [string, string] => text(entry[1]) !== undefined,
    ),
  );
  return {
    ...(q === undefined ? {} : { q }),
    ...(sort === undefined ? {} : { sort, desc: raw.desc === true }),
    ...(stage === undefined ? {} : { stage }),
    ...(Object.keys(filters).length === 0 ? {} : { filters }),
    ...(raw.deleted === true ? { deleted: true } : {}),
  };
};
