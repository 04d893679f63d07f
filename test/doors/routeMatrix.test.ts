import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../../server/src/appRouter.ts";
import { restRoutes } from "../../server/src/rest/restRoutes.ts";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

/** `themselves`: people at their own screen, never a program with their key. */
type Audience = "everybody" | "people" | "themselves" | "admins";

const RECORDS = "customers contacts products priceBooks territories costSheets quotes orders".split(" ");
const ON_RECORDS = "list deleted get create patch delete restore".split(" ");

/** Written by hand: to whom each procedure is open at all. What it then shows or does is the matter of the other matrices. */
const audiences: Readonly<Record<Audience, string>> = {
  everybody: "session.me session.demoPeople session.signInWays",
  people: `${RECORDS.flatMap((records) => ON_RECORDS.map((act) => `${records}.${act}`)).join(" ")}
    session.setLanguage
    products.importPreview products.importStart products.importStatus products.importUndo
    quotes.missing quotes.revise quotes.requestCosting
    tasks.inbox tasks.count tasks.get tasks.act
    cases.list cases.get cases.openMoves cases.foresee cases.startable cases.start cases.move cases.intervene
    notices.list notices.count notices.read
    processes.list processes.page processes.get processes.version processes.file
    processes.live processes.livePast processes.liveChoices processes.waiting processes.flow
    people.list people.page people.get people.roles
    catalog.recordSchemas catalog.layouts catalog.blocks catalog.workingCalendar
    live.carrier live.invalidations search.all`,
  themselves: "apiKeys.list apiKeys.create apiKeys.revoke",
  admins: `bulk.count bulk.start bulk.cancel bulk.get bulk.newest
    migrations.list migrations.propose migrations.preview migrations.one migrations.start migrations.get
    migrations.cancel migrations.goOn migrations.undo
    processes.templates processes.template processes.check processes.prove processes.behaviour
    processes.previewPeople processes.readFile processes.readTables processes.saveDraft processes.discardDraft
    processes.publish processes.rollBack
    whatIf.start whatIf.cancel whatIf.get whatIf.newest whatIf.cases
    people.create people.patch
    fields.list fields.uses fields.layouts fields.create fields.saveLayout fields.patch
    mailOutbox.list`,
};

const REST_RECORDS = "customers contacts products price-books territories cost-sheets quotes orders".split(" ");

/** The same for the operations over REST. */
const restAudiences: Readonly<Record<"people" | "admins", readonly string[]>> = {
  people: [
    ...REST_RECORDS.flatMap((records) => [
      `GET /${records}`,
      `POST /${records}`,
      ...["GET", "PATCH", "DELETE"].map((method) => `${method} /${records}/{id}`),
      `POST /${records}/{id}/restore`,
    ]),
    "POST /quotes/{id}/revisions",
    "POST /quotes/{id}/costing",
    "GET /quotes/{id}/missing",
    "GET /tasks",
    "GET /tasks/{id}",
    "POST /tasks/{id}/decisions",
    "GET /cases",
    "GET /cases/{id}",
    "POST /cases",
    "POST /cases/{id}/moves/{move}",
    "POST /cases/{id}/interventions",
    "GET /processes",
    "GET /processes/{key}",
    "GET /processes/{key}/file",
    "GET /users",
    "GET /users/{id}",
  ],
  admins: [
    "GET /record-types/{recordType}/fields",
    "POST /record-types/{recordType}/fields",
    "PATCH /fields/{id}",
    "GET /fields/{id}/uses",
    "GET /record-types/{recordType}/layouts",
    "POST /record-types/{recordType}/layouts",
    "POST /cases/{id}/migrations",
    "POST /processes/{key}/migrations/preview",
    "POST /processes/{key}/migrations",
    "GET /migrations/{id}",
    "POST /migrations/{id}/cancel",
    "POST /migrations/{id}/go-on",
    "POST /migrations/{id}/undo",
    "POST /processes/{key}/what-ifs",
    "GET /what-ifs/{id}",
    "GET /what-ifs/{id}/cases",
    "POST /what-ifs/{id}/cancel",
    "POST /processes",
    "PATCH /processes/{key}",
    "POST /processes/{key}/publish",
    "POST /processes/{key}/rollback",
    "POST /processes/read-file",
    "POST /processes/read-tables",
    "POST /users",
    "PATCH /users/{id}",
  ],
};

/** Who asks: a stranger, a rep and an admin at their screens, a program that only reads for the rep, one that writes for the admin. */
const askers = ["stranger", "rep", "readingKey", "admin", "writingKey"] as const;
type Asker = (typeof askers)[number];
type Answers = Readonly<Record<Asker, string>>;

const expectedOf = (audience: Audience, isWrite: boolean): Answers => {
  const all = { stranger: "open", rep: "open", readingKey: "open", admin: "open", writingKey: "open" };
  switch (audience) {
    case "everybody":
      return all;
    case "people":
      return { ...all, stranger: "sign in", ...(isWrite ? { readingKey: "shut" } : {}) };
    case "themselves":
      return { ...all, stranger: "sign in", readingKey: "shut", writingKey: "shut" };
    case "admins":
      return { ...all, stranger: "sign in", rep: "shut", readingKey: "shut", writingKey: "shut" };
  }
};
/** Whoever is let in is told what is wrong with an empty wish, that there is nothing of that name, or gets an answer. */
const wordFor = (status: number): string =>
  status === 401 ? "sign in" : status === 403 ? "shut" : status < 500 && status !== 429 ? "open" : String(status);

type Kind = "query" | "mutation" | "subscription";
const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries(
    (
      appRouter as unknown as {
        readonly _def: { readonly procedures: Record<string, { readonly _def: { readonly type: Kind } }> };
      }
    )._def.procedures,
  ).map(([path, { _def }]) => [path, _def.type]),
);
const rows = (Object.keys(audiences) as Audience[]).flatMap((audience) =>
  audiences[audience].split(/\s+/u).map((path) => ({ path, audience, kind: kinds.get(path) ?? "query" })),
);
const restRows = (["people", "admins"] as const).flatMap((audience) =>
  restAudiences[audience].map((operation) => ({ operation, audience })),
);

it("the matrix has a row for every procedure, and for nothing else", () => {
  expect(rows.map(({ path }) => path).toSorted()).toEqual([...kinds.keys()].toSorted());
});

it("the matrix has a row for every operation over REST, and for nothing else", () => {
  const operations = restRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(restRows.map(({ operation }) => operation).toSorted()).toEqual(operations.toSorted());
});

describe("who is let in", () => {
  let server: TestServer;
  const asks = new Map<Asker, { readonly browser: Browser; readonly headers: Readonly<Record<string, string>> }>();
  const signedIn = async (email: string): Promise<Browser> => {
    const browser = aBrowser(server);
    await browser.signIn(email);
    return browser;
  };
  const keyFor = async (browser: Browser, access: "read" | "write") => {
    const made = await browser.mutate("apiKeys.create", { name: access, access, days: 30 });
    const { key } = (made.json as { readonly result: { readonly data: { readonly key: string } } }).result.data;
    return { browser: aBrowser(server), headers: { "x-api-key": key } };
  };
  beforeAll(async () => {
    server = await aServer();
    const [rep, admin] = [await signedIn(server.emailOf("chen")), await signedIn(server.emailOf("mei"))];
    asks.set("stranger", { browser: aBrowser(server), headers: {} });
    asks.set("rep", { browser: rep, headers: {} });
    asks.set("admin", { browser: admin, headers: {} });
    asks.set("readingKey", await keyFor(rep, "read"));
    asks.set("writingKey", await keyFor(admin, "write"));
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const answersOf = async (
    ask: (who: { readonly browser: Browser; readonly headers: object }) => ReturnType<Browser["ask"]>,
  ) =>
    Object.fromEntries(
      await Promise.all([...asks].map(async ([asker, who]) => [asker, wordFor((await ask(who)).status)] as const)),
    );

  it.each(rows.filter(({ kind }) => kind !== "subscription"))(
    "to $path: $audience",
    async ({ path, audience, kind }) => {
      const isWrite = kind === "mutation";
      const answers = await answersOf(({ browser, headers }) =>
        isWrite
          ? browser.ask(`/trpc/${path}`, { method: "POST", body: { commandId: randomUUID() }, headers: { ...headers } })
          : browser.ask(`/trpc/${path}?input=%7B%7D`, { headers: { ...headers } }),
      );
      expect(answers).toEqual(expectedOf(audience, isWrite));
    },
  );

  it.each(rows.filter(({ kind }) => kind === "subscription"))("to hear $path: never a stranger", async ({ path }) => {
    const stranger = aBrowser(server);
    const { text } = await stranger.ask(`/trpc/${path}?input=%7B%7D`, { headers: { accept: "text/event-stream" } });
    expect(text).toContain('"httpStatus":401');
    expect(text.match(/^event: .*/gmu)).toEqual(["event: connected", "event: serialized-error"]);
  });

  it.each(restRows)("to $operation over REST: $audience", async ({ operation, audience }) => {
    const [method = "", path = ""] = operation.split(" ");
    const isWrite = method !== "GET";
    const answers = await answersOf(({ browser, headers }) =>
      browser.ask(`/api/v1${path.replaceAll(/\{\w+\}/gu, "none")}`, {
        method,
        ...(isWrite && method !== "DELETE" ? { body: {} } : {}),
        headers: { ...headers, ...(isWrite ? { "idempotency-key": randomUUID() } : {}) },
      }),
    );
    expect(answers).toEqual(expectedOf(audience, isWrite));
  });
});
