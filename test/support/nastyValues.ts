import { randomUUID } from "node:crypto";

const forged = (values: readonly unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");

const texts: readonly string[] = `
submit send costAgain quote customer costSheet person case asc createdAt name <script> {{7*7}} ../../etc/passwd %00 \\ =1+1
__proto__ constructor 1e309 NaN Infinity -0 99999999999999999999.9999 0.00001 1,234.5 １２ 0x10 2026-02-29 2024-02-29 2026-02-30
0000-00-00 9999-12-31 10000-01-01 2026-03-29T02:30:00+01:00 2026-11-25T00:00:00Z +275760-09-13T00:00:00Z -000001-01-01T00:00:00Z
2026-06-30T23:59:60Z 𠮷野家 مرحبا 🏭`
  .trim()
  .split(/\s+/u);

const strange: readonly unknown[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202Eevil",
  "e\u0301",
  "x".repeat(5_000),
  "'; drop table customer; --",
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  2 ** 53,
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  { do: "approve" },
  { do: "complete", outcome: "x" },
  { do: "transfer", to: "nobody" },
  { do: "addSigner", people: ["\u0000"] },
];

/** Places in lists that nobody was ever given. */
const cursors: readonly string[] = [
  forged(["createdAt", "desc", "abc", randomUUID()]),
  forged(["createdAt", "desc", "2026", "-".repeat(36)]),
  forged(["name", "asc", "a\u0000", randomUUID()]),
  forged(["total", "desc", "abc", randomUUID()]),
  forged(["abc", randomUUID()]),
  forged(["1", "2", "3"]),
  forged(["x"]),
  forged([null, null]),
  forged([{}, 1]),
];

/** Values that somebody will send one day: wrong scripts, halves of characters, days and numbers that are none, forged places. */
export const nastyValues: readonly unknown[] = [...texts, ...strange, ...cursors];
