import { randomUUID } from "node:crypto";
import { processDefinitionSchema, type ProcessDefinitionInput } from "@sluice/process";
import { createDoor, createPool, createReads, demoPersonId, readWhatIf, startWhatIf } from "@sluice/records";
import { templateOf } from "@sluice/templates";
import { whatIfDesk } from "../../server/src/whatIf/whatIfDesk.ts";
import type { BenchPart } from "./benchPart.ts";
import { theGround } from "./ground/theGround.ts";
import { fillPast } from "./whatIf/fillPast.ts";

const CASES = 10_000;
const LIMIT_S = 20;

/** The shipped quote with lower limits: the manager is asked from 10 % on, finance by the total. */
const stricter = (): ProcessDefinitionInput => {
  const quote = templateOf("quote");
  const when = { overLimit: "record.effectiveDiscount > 0.1", deepDiscount: "record.total > decimal('60000')" };
  return {
    ...quote,
    edges: quote.edges.map((edge) =>
      edge.id === "overLimit" || edge.id === "deepDiscount"
        ? { ...edge, on: { kind: "when", when: when[edge.id], order: 1 } }
        : edge,
    ),
  };
};

const untilOver = async (look: () => Promise<string>): Promise<string> => {
  for (;;) {
    const status = await look();
    if (status !== "running") return status;
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
};

/** A draft over closed quotes, in a thread of the server, from the wish to the last case. */
export const whatIf: BenchPart = async ({ say, share }) => {
  await using ground = await theGround(say);
  const db = await ground.copyOf("past", (empty) => fillPast(empty, CASES));
  const pool = createPool(db.url, { size: 4 });
  const reads = createReads(pool);
  const faults: unknown[] = [];
  const desk = whatIfDesk({ reads, databaseUrl: db.url, onFault: (cause) => faults.push(cause) });
  const admin = { personId: demoPersonId("mei.lin"), via: "session" as const };
  try {
    const wish = {
      commandId: randomUUID(),
      definition: processDefinitionSchema.parse(stricter()),
      from: "2026-06-01T00:00:00.000Z",
      until: share < 1 ? "2026-06-20T00:00:00.000Z" : "2026-09-01T00:00:00.000Z",
      seed: "1",
      assumptions: {},
    };
    const startedAtMs = performance.now();
    const { recordId } = await startWhatIf(createDoor({ pool }).house, wish, admin);
    const id = String(recordId);
    desk.run(id);
    const status = await untilOver(async () => (await readWhatIf(reads, id, admin)).status);
    const seconds = (performance.now() - startedAtMs) / 1_000;
    const { done, summary } = await readWhatIf(reads, id, admin);
    if (status !== "done") throw new Error(`the what-if is ${status}: ${String(faults[0])}`);
    say(
      `${done} cases: ${summary?.comparable} comparable, ${summary?.otherwise} otherwise, ${summary?.flipped} flipped`,
    );
    return [
      { figure: `what-if over ${done} closed cases`, value: seconds, unit: "s", limit: { atMost: LIMIT_S } },
      { figure: "cases", value: done / seconds, unit: "/s" },
    ];
  } finally {
    await desk.stop();
    await pool.end();
    await db.close();
  }
};
