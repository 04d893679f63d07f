import type { Json } from "@sluice/process";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { type Named, namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import { textIn } from "../shape/textIn.ts";
import { evidenceRoles, mayReadEvidence } from "./evidence.ts";

/** One thing said in a case, oldest first in lists. */
export interface ShownDecision {
  readonly at: string;
  readonly by: Named | null;
  readonly onBehalfOf: Named | null;
  readonly node: string;
  readonly nodeName: string;
  readonly verdict: string;
  readonly comment: string | null;
  /** The files that were handed in with it. */
  readonly attachments: Named[];
  readonly signature: string | null;
  readonly round: number;
  /** Words, files and signature are not for this reader. */
  readonly withheld: boolean;
}

/** A decision with what was kept beside it. */
export interface KeptDecision {
  readonly shown: ShownDecision;
  readonly task: string;
  /** The version of the process. */
  readonly version: number;
  readonly recordVersion: number | null;
  /** The whole record as it was seen; not masked. */
  readonly record: Readonly<Record<string, Json>> | null;
}

const isPerson = z.uuid();
const isFile = z.uuid();

const filesOf = async (db: Kysely<DB>, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> => {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom("attachment")
          .select(["id", "name"])
          .where("id", "in", ids)
          .where("deleted_at", "is", null)
          .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

/** What people (and the machine in their place) decided in a case, with the words as far as they are the reader's to see, and what was kept beside each. `by` is null for a machine's verdict. */
export const decisionsOf = async (db: Kysely<DB>, caseId: string, reader: Reader): Promise<KeptDecision[]> => {
  const rows = await db
    .selectFrom("decision")
    .leftJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "decision.process_key")
        .onRef("process_version.version", "=", "decision.process_version"),
    )
    .select([
      "decision.at",
      "decision.by",
      "decision.on_behalf_of",
      "decision.node",
      "decision.verdict",
      "decision.comment",
      "decision.attachments",
      "decision.signature",
      "decision.round",
      "decision.task_key",
      "decision.process_version",
      "decision.record_version",
      "decision.record",
    ])
    .select(
      sql<unknown>`(select n -> 'name' from jsonb_array_elements(process_version.definition -> 'nodes') as n where n ->> 'id' = decision.node limit 1)`.as(
        "node_name",
      ),
    )
    .select(evidenceRoles.as("evidence"))
    .where("decision.case_id", "=", caseId)
    .orderBy("decision.at")
    .orderBy("decision.seq")
    .limit(500)
    .execute();
  const personOf = (by: string): string | null => (isPerson.safeParse(by).success ? by : null);
  const [nameOf, fileOf] = await Promise.all([
    namesOf(
      db,
      rows.flatMap((row) => [personOf(row.by), row.on_behalf_of]),
    ),
    filesOf(
      db,
      rows.flatMap((row) => row.attachments).filter((id) => isFile.safeParse(id).success),
    ),
  ]);
  return rows.map((row) => {
    const withheld = !mayReadEvidence(row.evidence, [row.by, row.on_behalf_of], reader);
    const shown: ShownDecision = {
      at: row.at,
      by: nameOf(personOf(row.by)),
      onBehalfOf: nameOf(row.on_behalf_of),
      node: row.node,
      nodeName: textIn(row.node_name, reader.language, row.node),
      verdict: row.verdict,
      comment: withheld ? null : row.comment,
      attachments: withheld ? [] : row.attachments.flatMap((id) => fileOf.get(id) ?? []),
      signature: withheld ? null : row.signature,
      round: row.round,
      withheld,
    };
    return {
      shown,
      task: row.task_key,
      version: row.process_version,
      recordVersion: row.record_version,
      record: row.record as KeptDecision["record"],
    };
  });
};
