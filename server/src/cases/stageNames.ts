import { type ProcessDefinition, storedDefinition } from "@sluice/process";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { casesWithNames } from "./caseRows.ts";

interface About {
  readonly definition: ProcessDefinition;
  readonly record: { readonly type: string; readonly id: string };
}

/** The definition that a record's stages come from: of the case itself, or of the life-cycle case beside it. */
const lifeCycleOf = async (db: Kysely<DB>, { definition, record }: About): Promise<ProcessDefinition | null> => {
  if (definition.kind === "lifeCycle") return definition;
  const row = await casesWithNames(db)
    .select("process_version.definition")
    .where("case.record_type", "=", record.type)
    .where("case.record_id", "=", record.id)
    .where("case.kind", "=", "lifeCycle")
    .orderBy("case.opened_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : storedDefinition(row.definition);
};

/** What the stages are called in which a case's record may have stood; null for a key that its life cycle no longer knows. */
export const stageNames = async (db: Kysely<DB>, about: About) => {
  const lifeCycle = await lifeCycleOf(db, about);
  return (key: string) => {
    const stage = lifeCycle?.nodes.find((node) => node.kind === "stage" && node.key === key);
    return stage?.kind === "stage" ? stage.name : null;
  };
};
