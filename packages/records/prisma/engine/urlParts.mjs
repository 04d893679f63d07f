/** A database URL as separate settings: `pg` lets a connection string override `database`, which a shadow database needs. */
export const urlParts = (url) => {
  const it = new URL(url);
  return {
    host: it.hostname,
    port: Number(it.port || 5432),
    user: decodeURIComponent(it.username),
    password: decodeURIComponent(it.password),
    database: decodeURIComponent(it.pathname.slice(1)),
  };
};
