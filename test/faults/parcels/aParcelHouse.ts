import { randomUUID } from "node:crypto";
import { findPostgres } from "@sluice/embedded";
import type { ProcessDefinitionInput } from "@sluice/process";
import { DEMO_PASSWORD } from "@sluice/records";
import pg from "pg";
import { aBrowser, type Answered, type Browser } from "../../support/aBrowser.ts";
import { aHouse, eventually, type TestHouse } from "../../support/index.ts";
import { aSink, type Sink, type SinkPlace } from "../carrier/aSink.ts";
import { parting, patience } from "../carrier/courier.ts";
import { parcel } from "./parcel.ts";

/** What the server answered to a command: a promise. */
export interface Promised {
  readonly commandId: string;
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly recordId: string | null;
}

type PersonName = "mei" | "chen" | "wang";

/** A whole house as `npm start` runs it, people at work in it over HTTP, and the outside world that it calls. */
export interface ParcelHouse {
  house: TestHouse;
  readonly sink: Sink;
  /** Every answer that a command got, in order. */
  readonly promised: Promised[];
  /** Looks behind the door; asks again while Postgres is away. */
  readonly rows: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** Starts a case for a new customer. */
  start(process: "parcel" | "parting" | "patience"): Promise<string>;
  /** Does what people do for a parcel, until nothing is left for people. */
  work(caseId: string): Promise<void>;
  /** As somebody, reading. */
  ask(path: string): Promise<Answered>;
  query(path: string): Promise<Answered>;
  /** Starts the house again on the same data, after `meanwhile`. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const SETTINGS = { WEBHOOK_ALLOW_PRIVATE: "true", SWEEP_EVERY_MS: "1000", SWEEP_OVERDUE_MS: "2000", LOG_LEVEL: "info" };
const PATIENCE_MS = 120_000;

/** An answer that says what came of it: neither silence nor "not now". */
const isAnswer = ({ status }: Answered): boolean => status < 500 && status !== 429 && status !== 409;

/** Opens a house of its own that is thrown away, or goes on with the one of an earlier run, whose sink then keeps its place. */
export const aParcelHouse = async ({
  dataDir,
  sink: place = {},
  env = {},
}: {
  readonly dataDir?: string;
  readonly sink?: SinkPlace;
  readonly env?: NodeJS.ProcessEnv;
} = {}): Promise<ParcelHouse> => {
  const settings = { ...SETTINGS, ...env };
  const sink = await aSink(place);
  const promised: Promised[] = [];
  const first = await aHouse({ env: settings, ...(dataDir === undefined ? {} : { dataDir }) });
  let house = first;
  const door = {
    get address() {
      return house.address;
    },
    password: DEMO_PASSWORD,
  };
  const people: Record<PersonName, Browser> = { mei: aBrowser(door), chen: aBrowser(door), wang: aBrowser(door) };

  const rows = async <Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> =>
    eventually(
      async () => {
        const postgres = await findPostgres(house.dataDir);
        if (postgres === null) throw new Error("Postgres is away");
        const client = new pg.Client({ connectionString: postgres.ownerUrl });
        client.on("error", () => undefined);
        await client.connect();
        try {
          return (await client.query<Row>(sql, [...values])).rows;
        } finally {
          await client.end();
        }
      },
      () => true,
      { within: PATIENCE_MS },
    );

  /** Sends one command under one id until it is answered, as the studio does. */
  const command = async (who: PersonName, method: "POST" | "PATCH", path: string, body: unknown): Promise<Promised> => {
    const commandId = randomUUID();
    const answer = await eventually(() => people[who].write(method, path, body, commandId), isAnswer, {
      within: PATIENCE_MS,
      every: 200,
    });
    if (answer.status >= 300) throw new Error(`${method} ${path} was answered with ${answer.status}: ${answer.text}`);
    const promise: Promised = { commandId, ...(answer.json as Omit<Promised, "commandId">) };
    promised.push(promise);
    return promise;
  };

  const publish = async (definition: ProcessDefinitionInput): Promise<void> => {
    if ((await people.mei.ask(`/api/v1/processes/${definition.key}`)).status === 200) return;
    const saved = await people.mei.write("POST", "/processes", { key: definition.key, definition });
    if (saved.status >= 300) throw new Error(saved.text);
    const { rev, findings } = saved.json as { rev: number; findings: readonly unknown[] };
    const published = await people.mei.write("POST", `/processes/${definition.key}/publish`, { rev, base: 0 });
    if (published.status >= 300) throw new Error(`${published.text}\n${JSON.stringify(findings)}`);
  };

  const act = (who: PersonName, taskId: string, it: Readonly<Record<string, string>>): Promise<Promised> =>
    command(who, "POST", `/tasks/${taskId}/decisions`, { act: it });

  try {
    for (const [name, person] of Object.entries(people)) {
      const answer = await person.signIn(`${name}@lanting.example`);
      if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${answer.text}`);
    }
    for (const definition of [parcel(sink.url), parting, patience]) await publish(definition);
  } catch (cause) {
    await house.close();
    await sink.close();
    throw cause;
  }

  return {
    get house() {
      return house;
    },
    sink,
    promised,
    rows,
    start: async (process) => {
      const { recordId } = await command("chen", "POST", "/customers", { fields: { name: "Hengtai Machinery" } });
      const { caseId } = await command("chen", "POST", "/cases", { process, recordType: "customer", recordId });
      return String(caseId);
    },
    work: async (caseId) => {
      const [customer] = await rows<{ id: string; version: number; grade: string | null }>(
        'SELECT customer.id, customer.version, grade FROM customer, "case" AS c WHERE c.id = $1 AND customer.id = c.record_id',
        [caseId],
      );
      if (customer !== undefined && customer.grade === null)
        await command("chen", "PATCH", `/customers/${customer.id}`, {
          version: customer.version,
          fields: { grade: "A" },
        });
      for (;;) {
        const [task] = await eventually(
          () =>
            rows<{ id: string; node: string; assignee_id: string | null }>(
              `SELECT t.id, t.node, t.assignee_id FROM "case" AS c LEFT JOIN task AS t ON t.case_id = c.id AND t.status = 'open'
               WHERE c.id = $1 AND (t.id IS NOT NULL OR c.status = 'ended' OR EXISTS (SELECT FROM notice WHERE notice.case_id = c.id))
               ORDER BY t.node LIMIT 1`,
              [caseId],
            ),
          (found) => found.length > 0,
          { within: PATIENCE_MS, every: 200 },
        );
        if (task === undefined || task.id === null) return;
        if (task.node === "approve") await act("wang", task.id, { do: "approve" });
        else {
          if (task.assignee_id === null) await act("chen", task.id, { do: "claim" });
          await act("chen", task.id, { do: "complete", outcome: task.node === "pack" ? "packed" : "weighed" });
        }
      }
    },
    ask: (path) => people.chen.ask(path),
    query: (path) => people.chen.query(path),
    restart: async (meanwhile = () => Promise.resolve()) => {
      await house.stop();
      await meanwhile();
      house = await aHouse({ dataDir: house.dataDir, env: settings });
    },
    [Symbol.asyncDispose]: async () => {
      await house.stop();
      await first.close();
      await sink.close();
    },
  };
};
