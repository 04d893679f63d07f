import pg from "pg";

/** What may be wrong with a database that answers. */
export interface DatabaseProblem {
  readonly text: string;
  readonly fix: string;
}

const SAME_TEXT = "智造科技";

/** No row before the first migration: there is no audit trail yet. */
const AUDIT_RIGHTS = `
SELECT has_table_privilege(oid, 'INSERT') AS may_write, has_table_privilege(oid, 'UPDATE, DELETE') AS may_change_audit
FROM pg_class WHERE oid = to_regclass('audit')`;

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
    const { rows: rights } = await client.query<{ may_write: boolean; may_change_audit: boolean }>(AUDIT_RIGHTS);
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
      ...(rights[0]?.may_write === false
        ? [
            {
              text: `the app connects as ${roles[0]?.name ?? "somebody"}, whom the migrations grant nothing`,
              fix: "let DATABASE_URL name the role sluice_app, made before the first start",
            },
          ]
        : []),
      ...(rights[0]?.may_change_audit === true && roles[0]?.is_mighty !== true
        ? [
            {
              text: `the app connects as ${roles[0]?.name ?? "somebody"}, who may change the audit trail`,
              fix: "let DATABASE_URL name the role sluice_app, and DATABASE_OWNER_URL the owner",
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
