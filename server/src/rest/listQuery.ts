/** A query string as Fastify reads it. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const FILTER = /^filter\[([^\]]{1,120})\]$/;

/** The names of a query that an operation does not take: a misspelt filter must not answer with everything. */
export const unknownNames = (query: Query, known: readonly string[]): string[] =>
  Object.keys(query).filter((name) => !(FILTER.test(name) ? known.includes("filter") : known.includes(name)));

/** Reads `sort=field` or `sort=-field`; a repeated one is handed on to be refused. */
const sortIn = (given: string | readonly string[]): unknown =>
  typeof given === "string"
    ? { field: given.replace(/^-/, ""), direction: given.startsWith("-") ? "desc" : "asc" }
    : given;

/**
 * Turns a REST list's query into the input of the list procedure: `cursor`, `limit`, `sort=-field`, `q=words`,
 * `filter[field]=value`. What is wrong in it the procedure's schema refuses.
 */
export const listQuery = (query: Query): Readonly<Record<string, unknown>> & { readonly filter?: object } => {
  const filter = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const field = name === "q" ? "q" : FILTER.exec(name)?.[1];
      return field === undefined ? [] : [[field, value]];
    }),
  );
  const { limit, cursor, sort } = query;
  return {
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(sort === undefined ? {} : { sort: sortIn(sort) }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
  };
};
