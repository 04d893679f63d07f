import { ordinaryDay, workOf } from "@sluice/domain";
import { assertAllowed, problem, type LocalText, type Problem } from "@sluice/problems";
import { controlSentence, countErrors, factOf, storedDefinition } from "@sluice/process";
import {
  calendarOf,
  cancelWhatIf,
  contentHash,
  type House,
  listWhatIfCases,
  readNewestWhatIf,
  readWhatIf,
  type Reads,
  startWhatIf,
  type WhatIfProgress,
} from "@sluice/records";
import { sql } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { ServerPorts } from "../ports.ts";
import type { Judged } from "../processes/checkInThread.ts";
import { getProcess } from "../processes/getProcess.ts";
import { recordTitles } from "../records/recordTitles.ts";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import type { WhatIfDesk } from "./whatIfDesk.ts";
import type { ShownIncomparable, ShownSummary, ShownWhatIfCase, WhatIfView } from "./whatIfShapes.ts";

const MINUTE_MS = 60_000;

/** What a case would have had to be asked, or what its log does not tell. */
const shownReason = (why: string): ShownIncomparable => {
  if (why === "unreadable" || why === "forbidden") return { about: why, name: null };
  const fact = factOf(why);
  return { about: fact.fact, name: fact.fact === "field" ? fact.path : fact.fact === "rule" ? fact.rule : null };
};

type Told = Extract<Awaited<ReturnType<typeof listWhatIfCases>>[number]["detail"], { was: unknown }>;

type SentenceOf = (control: string) => LocalText;
const unsaid: SentenceOf = (control) => ({ en: control, zh: control });

/** What the control points of the definition that was run say; one that is not there any more keeps its id. */
const sentencesOf = async ({ db }: Reads, id: string): Promise<SentenceOf> => {
  const row = await db.selectFrom("what_if").select("definition").where("id", "=", id).executeTakeFirst();
  const definition = row === undefined ? null : storedDefinition(row.definition);
  return (control) => {
    const found = definition?.controls?.find((it) => it.id === control);
    return definition === null || found === undefined ? unsaid(control) : controlSentence(definition, found);
  };
};

/** Names a person where somebody did something; a machine keeps its own name. */
const shownWays = async (
  { was, now, partsAt, saw, forbidden = [] }: Told,
  {
    nameOf,
    said,
    sentenceOf,
  }: {
    nameOf: (id: string) => string;
    said: (problems: readonly Problem[]) => Promise<string[]>;
    sentenceOf: SentenceOf;
  },
): Promise<ShownWhatIfCase["ways"]> => {
  const way = async ({ end, approvals, workedMs, path }: Told["was"]) => ({
    end: { ...end, because: await said(end.because) },
    approvals,
    workedMinutes: workedMs === null ? null : workedMs / MINUTE_MS,
    path: path.map((entry) => ({ ...entry, by: entry.by === null ? null : nameOf(entry.by) })),
  });
  return { was: await way(was), now: await way(now), partsAt, saw, forbidden: forbidden.map(sentenceOf) };
};

const namesOfNodes = async ({ db }: Reads, { id, process }: WhatIfProgress): Promise<WhatIfView["nodes"]> => {
  const { rows } = await sql<{ id: string; name: { en: string; zh: string } }>`
    select node ->> 'id' as id, node -> 'name' as name from (
      select version, jsonb_array_elements(definition -> 'nodes') as node from process_version where process_key = ${process}
      union all select 2147483647, jsonb_array_elements(definition -> 'nodes') from what_if where id = ${id}
    ) as drawn order by version`.execute(db);
  return Object.fromEntries(rows.map(({ id: node, name }) => [node, { en: name.en, zh: name.zh }]));
};

/** The version that was published with this content last: what was run has its number then. */
const versionOf = async ({ db }: Reads, { process, hash }: WhatIfProgress): Promise<number | null> => {
  const row = await db
    .selectFrom("process_version")
    .select((of) => of.fn.max("version").as("version"))
    .where("process_key", "=", process)
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row?.version ?? null;
};

const isMachine = (id: string): boolean => id.startsWith("system:");

interface Parts {
  readonly house: House;
  readonly reads: Reads;
  readonly desk: WhatIfDesk;
  readonly judge: (definition: unknown) => Promise<Judged>;
  readonly show: ServerPorts["refusals"]["show"];
}

/** What-ifs as the studio sees them: with the names of people, steps and records. */
export const whatIfPorts = ({ house, reads, desk, judge, show }: Parts): ServerPorts["whatIf"] => {
  const { db, types } = reads;
  const shownSummary = async (id: string, summary: NonNullable<WhatIfProgress["summary"]>): Promise<ShownSummary> => {
    const { cases, controls } = summary.forbidden ?? { cases: 0, controls: [] };
    const sentenceOf: SentenceOf = controls.length === 0 ? unsaid : await sentencesOf(reads, id);
    const nameOf = await namesOf(
      db,
      summary.load.map(({ personId }) => personId),
    );
    return {
      ...summary,
      flips: [...summary.flips],
      approvalsAt: [...summary.approvalsAt],
      drawn: [...summary.drawn],
      load: summary.load.map(({ personId, weeks }) => ({
        person: nameOf(personId) ?? { id: personId, name: "–" },
        weeks: [...weeks],
      })),
      unknown: summary.unknown.map(({ why, cases: count }) => ({ ...shownReason(why), cases: count })),
      forbidden: { cases, controls: controls.map((it) => ({ ...it, sentence: sentenceOf(it.control) })) },
    };
  };
  const shown = async (it: WhatIfProgress): Promise<WhatIfView> => {
    const [{ definition }, calendar, version] = await Promise.all([
      getProcess(db, it.process),
      calendarOf(db, null),
      versionOf(reads, it),
    ]);
    const { hash, summary, ...rest } = it;
    return {
      ...rest,
      assumptions: { ...it.assumptions },
      summary: summary === null ? null : await shownSummary(it.id, summary),
      version,
      isCurrent: contentHash(definition) === hash,
      minutesPerDay: workOf(ordinaryDay(calendar)) / MINUTE_MS,
      nodes: await namesOfNodes(reads, it),
    };
  };
  return {
    start: async ({ key, seed, ...wish }, caller) => {
      const { definition } = await getProcess(db, key);
      const { definition: read, findings } = await judge(definition);
      const wrong = countErrors(findings);
      assertAllowed(wrong > 0 || read === null ? [problem("DEFINITION_INVALID", { count: wrong })] : []);
      const committed = await startWhatIf(
        house,
        { ...wish, definition: read ?? definition, seed: seed ?? wish.commandId.slice(0, 8) },
        caller,
      );
      if (committed.recordId !== null) desk.run(committed.recordId);
      return committed;
    },
    cancel: (command, caller) => cancelWhatIf(house, command, caller),
    get: async (id, caller) => shown(await readWhatIf(reads, id, caller)),
    newest: async (key, caller) => {
      const found = await readNewestWhatIf(reads, key, caller);
      return found === null ? null : shown(found);
    },
    cases: async ({ id, kind, cursor, limit }, { reader, caller }) => {
      const after = cursor ? Number(fromCursor(cursor, ["text"])[0]) : null;
      const wish = { id, kind: kind ?? null, after: Number.isSafeInteger(after) ? after : null, limit: limit + 1 };
      const found = await listWhatIfCases(reads, wish, caller);
      const { items, nextCursor } = pageFrom(found, limit, ({ place }) => [String(place)]);
      const ids = items.map(({ caseId }) => caseId);
      const records =
        ids.length === 0
          ? []
          : await db.selectFrom("case").select(["id", "record_type", "record_id"]).where("id", "in", ids).execute();
      const titleOf = await recordTitles(
        db,
        types,
        records.map((it) => ({ type: it.record_type, id: it.record_id })),
      );
      const people = items.flatMap(({ detail }) =>
        "was" in detail
          ? [...detail.was.path, ...detail.now.path].flatMap(({ by }) => (by === null || isMachine(by) ? [] : [by]))
          : [],
      );
      const nameOf = await namesOf(db, people);
      const isAnyForbidden = items.some(({ detail }) => "was" in detail && (detail.forbidden ?? []).length > 0);
      const sentenceOf = isAnyForbidden ? await sentencesOf(reads, id) : unsaid;
      return {
        nextCursor,
        items: await Promise.all(
          items.map(async ({ place, caseId, kinds, detail }) => {
            const record = records.find((it) => it.id === caseId);
            const { title, number } = titleOf({ type: record?.record_type ?? "", id: record?.record_id ?? "" });
            const words = {
              sentenceOf,
              nameOf: (by: string) => (isMachine(by) ? by : (nameOf(by)?.name ?? "–")),
              said: async (problems: readonly Problem[]) =>
                problems.length === 0
                  ? []
                  : (await show(problems, { reader, language: reader.language, about: { caseId } })).map(
                      (it) => it.message,
                    ),
            };
            return {
              place,
              caseId,
              title,
              number,
              kinds: [...kinds],
              ways: "was" in detail ? await shownWays(detail, words) : null,
              why: "why" in detail ? shownReason(detail.why) : null,
            };
          }),
        ),
      };
    },
  };
};
