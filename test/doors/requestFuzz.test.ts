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
import { nastyValues } from "../support/nastyValues.ts";
import { replaced } from "../support/replaced.ts";
import { wishesOf } from "../support/wishesOf.ts";

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
    ...`id caseId taskId caseIds ids version fields move reason form act comment process recordType recordId variables cursor
    limit sort filter q key rev definition mapping fileId keepValidOnly language type view status stage password email name roles`.split(
      /\s+/u,
    ),
    ...Object.values(recordSchemas).flatMap(({ fields }) => Object.keys(fields)),
  ]),
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
  { weight: 5, arbitrary: fc.constantFrom(...nastyValues) },
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
const somebody = fc.nat({ max: 3 });

/** As it can stand in an address: halves of characters cannot. */
const text = (value: unknown): string =>
  (typeof value === "string" ? value : JSON.stringify(value ?? null)).replaceAll(/\p{Cs}/gu, "�");

/** What is wrong with an answer: a fault of ours, a hang, our insides. What is busy may say so. Null for a good one. */
const faultIn = async (asking: Promise<{ readonly status: number; readonly text: string }>): Promise<string | null> => {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), HANGS_AFTER_MS);
  });
  const answer = await Promise.race([asking, hung]);
  clearTimeout(timer);
  if (answer === null) return "nobody answered";
  const isGood = (answer.status < 500 || answer.status === 503) && !LEAK.test(answer.text);
  return isGood ? null : `${answer.status} ${answer.text.slice(0, 500)}`;
};

describe("whatever is asked", () => {
  it("tRPC answers in words", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(somebody, fc.constantFrom(...procedures), anInput, async (who, { path, type }, input) => {
        const browser = people[who] ?? aBrowser(server);
        const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
        const body = type === "mutation" && isObject ? { commandId: randomUUID(), ...input } : input;
        const fault = await faultIn(
          type === "mutation"
            ? browser.ask(`/trpc/${path}`, { method: "POST", body: JSON.stringify(body ?? null) })
            : browser.query(path, body ?? null),
        );
        expect(fault).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });

  it("tRPC answers wishes with one wrong value in words", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(somebody, fc.nat(), fc.nat({ max: 5_000 }), aValue, async (who, which, at, value) => {
        const all = wishesOf(known);
        const wish = all[which % all.length] ?? { path: "search.all", isQuery: true, input: { q: "" } };
        const input = replaced(wish.input, at, value);
        const browser = people[who] ?? aBrowser(server);
        const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
        const fault = await faultIn(
          wish.isQuery === true
            ? browser.query(wish.path, input)
            : browser.ask(`/trpc/${wish.path}`, {
                method: "POST",
                body: JSON.stringify(isObject ? { commandId: randomUUID(), ...input } : (input ?? null)),
              }),
        );
        expect(fault).toBeNull();
      }),
      { numRuns: 2 * RUNS },
    );
  });

  it("REST answers in words", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(somebody, fc.constantFrom(...restRoutes), anInput, aValue, async (who, route, input, param) => {
        const browser = people[who] ?? aBrowser(server);
        const path = route.path.replaceAll(/\{\w+\}/gu, () => encodeURIComponent(text(param)) || "x");
        const query = new URLSearchParams(
          typeof input === "object" && input !== null
            ? Object.entries(input).map(([name, value]): [string, string] => [
                recordSchemas.customer.fields[name] === undefined ? name : `filter[${name}]`,
                text(value),
              ])
            : [],
        );
        const fault = await faultIn(
          route.method === "GET"
            ? browser.ask(`/api/v1${path}?${query.toString().slice(0, 8_000)}`)
            : browser.ask(`/api/v1${path}`, {
                method: route.method,
                body: JSON.stringify(input ?? null),
                headers: { "idempotency-key": randomUUID() },
              }),
        );
        expect(fault).toBeNull();
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
    ]) {
      const fault = await faultIn((people[0] ?? aBrowser(server)).ask(path, { method: "POST", body }));
      expect(fault, path).toBeNull();
    }
  });

  it("and nothing is half written afterwards", async () => {
    const half = await server.firm.rows(
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
