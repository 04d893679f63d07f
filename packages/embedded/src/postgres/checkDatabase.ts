import pg from "pg";

/** What may be wrong with a database that answers. */
export interface DatabaseProblem {
  readonly text: string;
  readonly fix: string;
}

const SAME_TEXT = "智造科技";

/**
 * Answers what is wrong with the database that the app would use: its role must not be able to go round the rights, and
 * Chinese text must have trigrams, or searches and the search for duplicates would find nothing.
 */
export const checkDatabase = async (url: string): Promise<DatabaseProblem[]> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rows: roles } = await client.query<{ name: string; is_mighty: boolean }>(
      "SELECT rolname AS name, rolsuper OR rolbypassrls AS is_mighty FROM pg_roles WHERE rolname = current_user",
    );
    const { rows: extensions } = await client.query("SELECT FROM pg_extension WHERE extname = 'pg_trgm'");
    const { rows: settings } = await client.query<{ name: string; setting: string }>(
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')",
    );
    const setting = (name: string): string => settings.find((row) => row.name === name)?.setting ?? "";
    const likeness =
      extensions.length === 0
        ? null
        : await client.query<{ likeness: number }>("SELECT similarity($1, $1) AS likeness", [SAME_TEXT]);
    return [
      ...(roles[0]?.is_mighty === true
        ? [
            {
              text: `the app connects as ${roles[0].name}, who may do anything`,
              fix: "give DATABASE_URL a role that is no superuser",
            },
          ]
        : []),
      ...(likeness === null
        ? [
            {
              text: "the extension pg_trgm is missing",
              fix: "let the owner of the database run CREATE EXTENSION pg_trgm",
            },
          ]
        : []),
      ...(likeness !== null && likeness.rows[0]?.likeness !== 1
        ? [
            {
              text: "Chinese text has no trigrams in this database",
              fix: "make the database with LC_CTYPE C.UTF-8 or another UTF-8 locale, not C",
            },
          ]
        : []),
      ...(setting("server_encoding") === "UTF8"
        ? []
        : [{ text: "the database is not in UTF-8", fix: "make it with ENCODING 'UTF8'" }]),
      ...["fsync", "full_page_writes", "synchronous_commit"]
        .filter((name) => setting(name) === "off")
        .map((name) => ({ text: `${name} is off: what was answered may be lost`, fix: `set ${name} = on` })),
    ];
  } finally {
    await client.end();
  }
};
