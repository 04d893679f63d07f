import { businessRecordTypes, createPool, createReads, listRecords } from "@sluice/records";
import { cursorOf } from "../../packages/records/src/list/cursor.ts";
import type { BenchFigure, BenchPart } from "./benchPart.ts";
import { aFirmOn } from "./ground/aFirmOn.ts";
import { listenTo, type Statement } from "./ground/listen.ts";
import { theGround } from "./ground/theGround.ts";
import { fillLists, ROWS } from "./lists/fillLists.ts";
import { handWritten, type Knowledge, middleOf, type Place } from "./lists/handWritten.ts";
import { isSorted } from "./lists/isSorted.ts";
import { type ListView, listViews, READERS } from "./lists/listViews.ts";
import { percentile } from "./percentile.ts";

const LIMIT = 50;
const ROUNDS = 20;
const AT_MOST = 1.5;
/** A page that seems too slow is looked at this often again: one stroke of the machine is no finding. */
const LOOKS = 3;

interface Page {
  readonly view: ListView;
  readonly at: "first" | "middle";
  /** What the list sends for its rows: more than one statement where rows without a value come last. */
  readonly ours: readonly Statement[];
  readonly theirs: Statement;
  readonly whole: () => Promise<unknown>;
}

const nameOf = ({ view: { type, who, sort }, at }: Page): string =>
  `${type} by ${sort.field} ${sort.direction} for ${who}, ${at} page`;

/** Times a page three ways in turn, so that what else the machine does strikes all alike. */
const timesOf = async (page: Page, send: (statement: Statement) => Promise<unknown>, rounds: number) => {
  const times = { ours: [] as number[], theirs: [] as number[], whole: [] as number[] };
  const timed = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
    const startedAtMs = performance.now();
    await work();
    into.push(performance.now() - startedAtMs);
  };
  for (let round = 0; round < rounds; round += 1) {
    await timed(times.ours, async () => {
      for (const statement of page.ours) await send(statement);
    });
    await timed(times.theirs, () => send(page.theirs));
    await timed(times.whole, page.whole);
  }
  return times;
};

const ratioOf = ({ ours, theirs }: { readonly ours: readonly number[]; readonly theirs: readonly number[] }): number =>
  percentile(ours, 0.5) / percentile(theirs, 0.5);

/** Every list of every type of record, in every order it is offered in, for a rep, a manager and an admin. */
export const lists: BenchPart = async ({ say, share }): Promise<readonly BenchFigure[]> => {
  await using ground = await theGround(say);
  await using firm = await aFirmOn(await ground.kept("lists", fillLists));
  const pool = createPool(firm.db.url, { size: 1 });
  const heard = listenTo(pool);
  const reads = createReads(pool);
  const { rows } = await firm.pool.query<{ department: string; below: string[] }>(
    "SELECT p.department_id AS department, (SELECT array_agg(d.id) FROM department d WHERE d.path @> ARRAY[p.department_id]) AS below FROM person p WHERE p.id = $1",
    [firm.idOf("wang")],
  );
  const knowledge: Knowledge = { firm, department: rows[0]?.department ?? "", departmentsBelow: rows[0]?.below ?? [] };

  const pageOf = async (view: ListView, place: Place | null): Promise<Page> => {
    const wish = {
      type: view.type,
      personId: firm.idOf(view.who),
      limit: LIMIT,
      sort: view.sort,
      ...(place === null ? {} : { cursor: cursorOf(view.sort, place) }),
    };
    heard.splice(0);
    const { items } = await listRecords(reads, wish);
    const ours = heard.filter(({ text }) => text.includes("AS stretch"));
    const columns = / AS stretch, (.*?) FROM/su.exec(ours[0]?.text ?? "")?.[1] ?? "";
    const theirs = handWritten(view, { columns: columns.replaceAll('"', ""), place, limit: LIMIT + 1 }, knowledge);
    const { rows: same } = await firm.pool.query<{ id: string }>(theirs.text, [...(theirs.values ?? [])]);
    const page = {
      view,
      at: place === null ? "first" : "middle",
      ours,
      theirs,
      whole: () => listRecords(reads, wish),
    } as const;
    if (items.length === 0 || items.some(({ id }, index) => id !== same[index]?.id))
      throw new Error(`the hand-written query answers other rows: ${nameOf(page)}`);
    return page;
  };

  const pages: Page[] = [];
  for (const view of listViews()) {
    pages.push(await pageOf(view, null));
    pages.push(await pageOf(view, await middleOf(view, knowledge)));
  }
  const sorted: string[] = [];
  for (const page of pages)
    for (const statement of page.ours) if (await isSorted(firm.pool, statement)) sorted.push(nameOf(page));
  for (const name of sorted) say(`is sorted instead of read in order: ${name}`);

  const deleted = [];
  for (const { schema } of businessRecordTypes)
    for (const who of READERS) {
      heard.splice(0);
      const wish = { type: schema.type, personId: firm.idOf(who), limit: LIMIT, deleted: true };
      const { items } = await listRecords(reads, { ...wish, sort: { field: "updatedAt", direction: "desc" } });
      const statement = heard.find(({ text }) => text.includes("AS stretch"));
      if (statement !== undefined && items.length > 0)
        deleted.push({ name: `${schema.type} for ${who}`, isSorted: await isSorted(firm.pool, statement) });
    }
  for (const { name } of deleted.filter((it) => it.isSorted))
    say(`deleted ones are sorted instead of read in order: ${name}`);

  const send = ({ text, values }: Statement) => firm.pool.query(text, [...(values ?? [])]);
  const all = { ours: [] as number[], theirs: [] as number[], whole: [] as number[] };
  let worst = { name: "", ratio: 0 };
  for (const page of pages) {
    const times = await timesOf(page, send, Math.ceil(ROUNDS * share));
    for (const who of ["ours", "theirs", "whole"] as const) all[who].push(...times[who]);
    let ratio = ratioOf(times);
    for (let again = 0; again < LOOKS && ratio > AT_MOST; again += 1)
      ratio = Math.min(ratio, ratioOf(await timesOf(page, send, ROUNDS)));
    if (ratio > worst.ratio) worst = { name: nameOf(page), ratio };
  }
  await pool.end();
  const [ours, theirs] = [percentile(all.ours, 0.95), percentile(all.theirs, 0.95)];
  return [
    {
      figure: `pages over ${ROWS} rows that Postgres has to sort, of ${pages.length}`,
      value: sorted.length,
      unit: "",
      limit: { atMost: 0 },
    },
    {
      figure: `lists of deleted ones that Postgres has to sort, of ${deleted.length}`,
      value: deleted.filter((it) => it.isSorted).length,
      unit: "",
      limit: { atMost: 0 },
    },
    { figure: "query of a page, p95", value: ours, unit: "ms" },
    { figure: "hand-written query, p95", value: theirs, unit: "ms" },
    { figure: "p95, query to hand-written", value: ours / theirs, unit: "×", limit: { atMost: AT_MOST } },
    { figure: `the worst p50: ${worst.name}`, value: worst.ratio, unit: "×", limit: { atMost: AT_MOST } },
    { figure: "a whole list with titles and stages, p50", value: percentile(all.whole, 0.5), unit: "ms" },
    { figure: "a whole list with titles and stages, p95", value: percentile(all.whole, 0.95), unit: "ms" },
  ];
};
