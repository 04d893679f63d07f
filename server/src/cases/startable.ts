import { problem, Refusal } from "@sluice/problems";
import { storedDefinition } from "@sluice/process";
import type { Reads } from "@sluice/records";
import type { Reader } from "../reader.ts";
import { readView } from "../records/readRecords.ts";
import { textIn } from "../shape/textIn.ts";
import type { StartableProcess } from "./caseShapes.ts";

/**
 * Answers the side processes that the reader may start by hand for a record: published, begun by a person, and for whoever may
 * move or change the record. `running` is the case that a second start would only answer.
 *
 * @problem NOT_FOUND - there is no such record for the reader
 */
export const startable = async (
  reads: Reads,
  { recordType, recordId }: { readonly recordType: string; readonly recordId: string },
  reader: Reader,
): Promise<StartableProcess[]> => {
  if (reads.types.find(recordType) === null) throw new Refusal([problem("NOT_FOUND", { recordType })]);
  const { can } = await readView(reads, recordType, recordId, reader);
  if (!can.move && !can.patch) return [];
  const rows = await reads.db
    .selectFrom("process")
    .innerJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "process.key")
        .onRef("process_version.version", "=", "process.published_version"),
    )
    .select((of) => [
      "process.key",
      "process_version.definition",
      of
        .selectFrom("case")
        .select("case.id")
        .whereRef("case.process_key", "=", "process.key")
        .where("case.record_type", "=", recordType)
        .where("case.record_id", "=", recordId)
        .where("case.status", "<>", "ended")
        .orderBy("case.opened_at")
        .limit(1)
        .as("running"),
    ])
    .where("process.kind", "=", "side")
    .where("process.record_type", "=", recordType)
    .orderBy("process.key")
    .execute();
  return rows.flatMap(({ key, running, definition: stored }) => {
    const definition = storedDefinition(stored);
    const start = definition.nodes.find((node) => node.kind === "start");
    if (start?.kind !== "start" || start.trigger.on !== "manual") return [];
    const isShared = start.concurrency === "skip" || start.concurrency === "queue";
    return [
      {
        process: key,
        name: textIn(definition.name, reader.language, key),
        description: textIn(definition.description, reader.language),
        form: start.trigger.form ?? [],
        running: isShared ? running : null,
      },
    ];
  });
};
