import { randomUUID } from "node:crypto";
import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../../server/src/appRouter.ts";
import { restRoutes } from "../../server/src/rest/restRoutes.ts";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { foldOf, readCaseLogs } from "../support/foldedCases.ts";

/** Enough to find what is wrong within the layer's time; the seed is the run's. */
const RUNS = 200;
const HANGS_AFTER_MS = 15_000;
const LEAK =
  /"stack"|node_modules|\.ts:\d|\.mjs:\d|syntax error at|pg_catalog|relation \\?"|violates|invalid input syntax/;

const procedures = Object.entries(
  (
    appRouter as unknown as {
      readonly _def: { readonly procedures: Record<string, { readonly _def: { readonly type: string } }> };
    }
  )._def.procedures,
)
  .map(([path, { _def }]) => ({ path, type: _def.type }))
  .filter(({ type }) => type !== "subscription");
const names = [
  ...new Set([
    ...[
      "id",
      "caseId",
      "taskId",
      "caseIds",
      "ids",
      "version",
      "fields",
      "move",
      "reason",
      "form",
      "act",
      "comment",
      "process",
    ],
    ...[
      "recordType",
      "recordId",
      "variables",
      "cursor",
      "limit",
      "sort",
      "filter",
      "q",
      "key",
      "rev",
      "definition",
      "mapping",
    ],
    ...["fileId", "keepValidOnly", "language", "type", "view", "status", "stage", "password", "email", "name", "roles"],
    ...Object.values(recordSchemas).flatMap(({ fields }) => Object.keys(fields)),
  ]),
];

const forged = (values: readonly unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
const nasty: readonly unknown[] = [
  ...["", " ", "\u0000", "a\u0000b", "\ud800", "𠮷野家", "مرحبا", "🏭", "\u202Eevil", "e\u0301", "x".repeat(5_000)],
  ...[
    "'; drop table customer; --",
    "<script>",
    "{{7*7}}",
    "../../etc/passwd",
    "%00",
    "\\",
    "=1+1",
    "__proto__",
    "constructor",
  ],
  ...["1e309", "NaN", "Infinity", "-0", "99999999999999999999.9999", "0.00001", "1,234.5", "１２", "0x10"],
  ...["2026-02-29", "2024-02-29", "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "2026-03-29T02:30:00+01:00"],
  ...["2026-11-25T00:00:00Z", "+275760-09-13T00:00:00Z", "-000001-01-01T00:00:00Z", "2026-06-30T23:59:60Z"],
  ...[
    0,
    -1,
    -0,
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
  ],
  ...[forged(["createdAt", "desc", "abc", randomUUID()]), forged(["createdAt", "desc", "2026", "-".repeat(36)])],
  ...[forged(["abc", randomUUID()]), forged(["1", "2", "3"]), forged(["x"]), forged([null, null]), forged([{}, 1])],
  ...[
    { do: "approve" },
    { do: "complete", outcome: "x" },
    { do: "transfer", to: "nobody" },
    { do: "addSigner", people: ["\u0000"] },
  ],
  ...["submit", "send", "costAgain", "quote", "customer", "costSheet", "person", "case", "asc", "createdAt", "name"],
];

let server: TestServer;
let known: readonly string[];
let people: readonly Browser[];
beforeAll(async () => {
  server = await aServer();
  const desk = await aQuoteDesk(server.firm);
  const quote = await desk.aSignedQuote();
  const tasks = await server.firm.rows<{ id: string }>("SELECT id FROM task");
  known = [
    quote.id,
    quote.caseId,
    quote.product,
    quote.sheet.id,
    quote.sheet.caseId,
    desk.customer,
    server.firm.people.chen,
  ].concat(tasks.map((it) => it.id));
  people = await Promise.all(
    (["mei", "chen", "tom", "zhao"] as const).map(async (name) => {
      const browser = aBrowser(server);
      await browser.signIn(server.emailOf(name));
      return browser;
    }),
  );
});
afterAll(() => server[Symbol.asyncDispose]());

const aValue = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...nasty) },
  { weight: 3, arbitrary: fc.nat({ max: 40 }).map((at) => known[at % known.length]) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const anInput = fc.oneof(
  { weight: 1, arbitrary: aValue },
  {
    weight: 6,
    arbitrary: fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(
        { weight: 4, arbitrary: aValue },
        { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...names), aValue, { maxKeys: 5 }) },
        {
          weight: 1,
          arbitrary: fc.array(fc.dictionary(fc.constantFrom(...names), aValue, { maxKeys: 4 }), { maxLength: 3 }),
        },
      ),
      { maxKeys: 8 },
    ),
  },
);
/** Wishes that would go through; one of their values is then replaced by something nobody thought of. */
const wishes = (): readonly { readonly path: string; readonly isQuery?: boolean; readonly input: Wish }[] => {
  const [quote, quoteCase, product, sheet, sheetCase, customer, chen, task] = known;
  const line = { product, description: "Valve", quantity: "1", unit: "pcs", listPrice: "1", discount: "0.1" };
  return [
    { path: "customers.create", input: { fields: { name: "N", phone: "1", grade: "A", note: "n" } } },
    { path: "customers.patch", input: { id: customer, version: 1, fields: { name: "N", owner: chen, note: "n" } } },
    {
      path: "quotes.create",
      input: {
        fields: { name: "Q", customer, currency: "CNY", validUntil: "2030-01-01", discount: "0.1", lines: [line] },
      },
    },
    { path: "quotes.patch", input: { id: quote, version: 1, fields: { terms: "t", lines: [line] } } },
    { path: "quotes.revise", input: { id: quote } },
    { path: "quotes.requestCosting", input: { id: quote } },
    {
      path: "products.create",
      input: {
        fields: { sku: randomUUID(), name: "P", unit: "pcs", listPrice: "1", cost: "1", currency: "CNY", active: true },
      },
    },
    {
      path: "costSheets.create",
      input: {
        fields: {
          ...{ quote, currency: "CNY", rateDate: "2026-11-01", validUntil: "2030-01-01" },
          lines: [{ kind: "material", description: "m", quantity: "1", unitCost: "1", currency: "USD", rate: "7.1" }],
        },
      },
    },
    { path: "costSheets.patch", input: { id: sheet, version: 1, fields: { rateDate: "2026-11-01", lines: [] } } },
    { path: "orders.create", input: { fields: { quote } } },
    { path: "cases.move", input: { caseId: quoteCase, move: "submit", reason: "r", form: { note: "n" } } },
    { path: "cases.move", input: { caseId: sheetCase, move: "costAgain", reason: "r", form: {} } },
    {
      path: "cases.start",
      input: { process: "costSignOff", recordType: "costSheet", recordId: sheet, variables: { a: 1 } },
    },
    { path: "cases.intervene", input: { caseId: sheetCase, act: { do: "suspend" }, reason: "r" } },
    {
      path: "tasks.act",
      input: { taskId: task, act: { do: "complete", outcome: "costed" }, comment: "c", form: { lines: [] } },
    },
    { path: "tasks.act", input: { taskId: task, act: { do: "transfer", to: chen }, comment: "c" } },
    {
      path: "people.create",
      input: { fields: { name: "P", email: "p@x.example", roles: ["rep"], departmentId: chen, post: "p" } },
    },
    {
      path: "people.patch",
      input: {
        id: chen,
        version: 1,
        fields: { name: "P", absent: { from: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", deputyId: null } },
      },
    },
    {
      path: "processes.saveDraft",
      input: { key: "trial", rev: 0, definition: { format: 1, key: "trial", nodes: [], edges: [] } },
    },
    { path: "processes.publish", input: { key: "quote", rev: 1 } },
    {
      path: "customers.list",
      isQuery: true,
      input: { cursor: "x", limit: 5, sort: { field: "name", direction: "asc" }, filter: { q: "a", grade: "A" } },
    },
    {
      path: "quotes.list",
      isQuery: true,
      input: { cursor: "x", limit: 5, sort: { field: "total", direction: "desc" }, filter: { stage: "draft" } },
    },
    { path: "cases.list", isQuery: true, input: { cursor: "x", process: "quote", stage: "draft" } },
    { path: "tasks.inbox", isQuery: true, input: { cursor: "x", limit: 5, filter: "mine" } },
    { path: "search.all", isQuery: true, input: { q: "valve" } },
  ];
};

interface Wish {
  readonly [name: string]: unknown;
}

/** The same value with one of its leaves, or the whole of one of its branches, replaced. */
const replaced = (value: unknown, at: number, by: unknown): unknown => {
  if (typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  const [name] = entries[at % Math.max(1, entries.length)] ?? [];
  if (name === undefined) return by;
  const inner = entries.map(([key, it]): [string, unknown] => [
    key,
    key === name ? replaced(it, Math.floor(at / Math.max(1, entries.length)), by) : it,
  ]);
  if (at % 7 === 6 && at > 100) return by;
  return Array.isArray(value) ? inner.map(([, it]) => it) : Object.fromEntries(inner);
};

const somebody = fc.nat({ max: 3 });

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? null));

/** Never a fault of ours, never a hang, never our insides. What is busy may say so. */
const assertAnswered = async (asking: Promise<{ readonly status: number; readonly text: string }>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("nobody answered")), HANGS_AFTER_MS);
  });
  try {
    const answer = await Promise.race([asking, hung]);
    if (answer.status !== 503) expect(answer.status, answer.text.slice(0, 500)).toBeLessThan(500);
    expect(answer.text).not.toMatch(LEAK);
  } finally {
    clearTimeout(timer);
  }
};

describe("whatever is asked", () => {
  it("tRPC answers in words", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(somebody, fc.constantFrom(...procedures), anInput, async (who, { path, type }, input) => {
        const browser = people[who] ?? aBrowser(server);
        const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
        const body = type === "mutation" && isObject ? { commandId: randomUUID(), ...input } : input;
        await assertAnswered(
          type === "mutation"
            ? browser.ask(`/trpc/${path}`, { method: "POST", body: JSON.stringify(body ?? null) })
            : browser.query(path, body ?? null),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it("tRPC answers wishes with one wrong value in words", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(somebody, fc.nat(), fc.nat({ max: 5_000 }), aValue, async (who, which, at, value) => {
        const all = wishes();
        const wish = all[which % all.length] ?? { path: "search.all", isQuery: true, input: { q: "" } };
        const input = replaced(wish.input, at, value);
        const browser = people[who] ?? aBrowser(server);
        const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
        await assertAnswered(
          wish.isQuery === true
            ? browser.query(wish.path, input)
            : browser.ask(`/trpc/${wish.path}`, {
                method: "POST",
                body: JSON.stringify(isObject ? { commandId: randomUUID(), ...input } : (input ?? null)),
              }),
        );
      }),
      { numRuns: 2 * RUNS },
    );
  });

  it("REST answers in words", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(somebody, fc.constantFrom(...restRoutes), anInput, aValue, async (who, route, input, param) => {
        const browser = people[who] ?? aBrowser(server);
        const path = route.path.replaceAll(/\{\w+\}/gu, () => encodeURIComponent(text(param).toWellFormed()) || "x");
        const query = new URLSearchParams(
          typeof input === "object" && input !== null
            ? Object.entries(input).map(([name, value]): [string, string] => [
                recordSchemas.customer.fields[name] === undefined ? name : `filter[${name}]`,
                text(value).toWellFormed(),
              ])
            : [],
        );
        await assertAnswered(
          route.method === "GET"
            ? browser.ask(`/api/v1${path}?${query.toString().slice(0, 8_000)}`)
            : browser.ask(`/api/v1${path}`, {
                method: route.method,
                body: JSON.stringify(input ?? null),
                headers: { "idempotency-key": randomUUID() },
              }),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    {
      name: "a list in a list, a hundred thousand deep",
      body: `{"fields":{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`,
    },
    {
      name: "an object in an object, fifty thousand deep",
      body: `{"fields":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`,
    },
    { name: "a number of a million digits", body: `{"fields":{"name":${"9".repeat(1_000_000)}}}` },
    {
      name: "a hundred thousand fields",
      body: `{"fields":{${Array.from({ length: 60_000 }, (_each, at) => `"f${at}":1`).join()}}}`,
    },
    {
      name: "a name with a null character",
      body: '{"email":"a\\u0000@x.example","password":"p","fields":{"name":"a\\u0000"}}',
    },
    {
      name: "half a surrogate pair",
      body: '{"email":"\\ud800@x.example","password":"\\udfff","fields":{"name":"\\ud800"}}',
    },
  ])("$name is refused in words", async ({ body }) => {
    for (const path of [
      "/api/v1/customers",
      "/trpc/customers.create",
      "/trpc/processes.saveDraft",
      "/auth/sign-in/email",
    ])
      await assertAnswered((people[0] ?? aBrowser(server)).ask(path, { method: "POST", body }));
  });

  it("and nothing is half written afterwards", async () => {
    const { rows } = server.firm;
    const half = await rows(
      `SELECT c.id FROM "case" c WHERE c.seq <> (SELECT count(*) FROM case_event e WHERE e.case_id = c.id)
       UNION ALL SELECT t.id FROM task t JOIN "case" c ON c.id = t.case_id WHERE t.status = 'open' AND c.status = 'ended'
       UNION ALL SELECT q.id FROM quote q WHERE NOT EXISTS (SELECT FROM audit a WHERE a.record_id = q.id AND a.action = 'create')
       UNION ALL SELECT q.id FROM quote q WHERE NOT EXISTS (SELECT FROM "case" c WHERE c.record_id = q.id AND c.kind = 'lifeCycle')
       UNION ALL SELECT x.id FROM customer x WHERE NOT EXISTS (SELECT FROM audit a WHERE a.record_id = x.id AND a.action = 'create')
       UNION ALL SELECT x.id FROM customer x WHERE x.version <> (SELECT count(*) FROM audit a
         WHERE a.record_id = x.id AND a.action IN ('create', 'patch', 'delete', 'restore'))
       UNION ALL SELECT c.id FROM command c WHERE c.answer = 'null'::jsonb`,
    );
    expect(half).toEqual([]);
    for (const log of await readCaseLogs(server.firm)) expect(foldOf(log), log.process_key).toEqual(log.state);
  });
});
