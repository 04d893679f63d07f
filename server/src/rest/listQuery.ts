/** A query string as Fastify reads it. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "object" ? value[0] : value;

/** Reads `sort=field` or `sort=-field`. */
const sortIn = (text: string | undefined) =>
  text === undefined || text === ""
    ? undefined
    : { field: text.replace(/^-/, ""), direction: text.startsWith("-") ? "desc" : "asc" };

/**
 * Turns a REST list's query into the input of the list procedure: `cursor`, `limit`, `sort=-field`, `q=words`,
 * `filter[field]=value`. What it does not know it leaves out; what is wrong in it the procedure's schema refuses.
 */
export const listQuery = (query: Query): Record<string, unknown> => {
  const filter: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    const field = /^filter\[([^\]]{1,120})\]$/.exec(name)?.[1];
    const text = one(value);
    if (field !== undefined && text !== undefined) filter[field] = text;
  }
  const q = one(query["q"]);
  if (q !== undefined) filter["q"] = q;
  const limit = one(query["limit"]);
  const cursor = one(query["cursor"]);
  const sort = sortIn(one(query["sort"]));
  return {
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(sort === undefined ? {} : { sort }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
  };
};

/** The plain words of a query, first of each name. */
export const wordsOf = (query: Query, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = one(query[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
