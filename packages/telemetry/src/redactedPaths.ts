const NAMES = [
  "password",
  "secret",
  "token",
  "apiKey",
  "authorization",
  "cookie",
  "url",
  "ownerUrl",
  "listenUrl",
  "smtpUrl",
  "email",
  "phone",
];
const HEADERS = ['headers["x-api-key"]', 'headers["set-cookie"]', "headers.cookie", "headers.authorization"];

/** What never reaches a log line, at the top of an entry and one level down. */
export const REDACTED_PATHS: readonly string[] = [
  ...NAMES.flatMap((name) => [name, `*.${name}`]),
  ...HEADERS.flatMap((header) => [header, `*.${header}`]),
];
