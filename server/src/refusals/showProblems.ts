import type { FieldAccess } from "@sluice/domain";
import type { Language, Problem } from "@sluice/problems";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import type { RecordWorld } from "../records/recordWorld.ts";
import { textIn } from "../shape/textIn.ts";
import type { About } from "./aboutOf.ts";
import { drawnNames } from "./drawnNames.ts";
import { fieldMask } from "./fieldMask.ts";
import type { ShownProblem } from "./shownProblem.ts";
import { showProblem } from "./showProblem.ts";

interface Parts {
  readonly db: Kysely<DB>;
  readonly world: RecordWorld;
  /** What a reader gets of the fields of one record; null when they may not read it. */
  readonly fieldRights: (
    type: string,
    id: string,
    reader: Reader,
  ) => Promise<Readonly<Record<string, FieldAccess>> | null>;
}

/** Who reads problems, and about which record they are. */
export interface Receiver {
  readonly reader: Reader | null;
  readonly language: Language;
  readonly about: About | null;
}

const recordOf = async (db: Kysely<DB>, about: About): Promise<{ type: string; id: string | null } | null> => {
  if ("type" in about) return about;
  const query = db.selectFrom("case").select(["record_type as type", "record_id as id"]);
  const row =
    "caseId" in about
      ? await query.where("id", "=", about.caseId).executeTakeFirst()
      : await query
          .where("id", "in", db.selectFrom("task").select("case_id").where("task.id", "=", about.taskId))
          .executeTakeFirst();
  return row ?? null;
};

/** Turns problems into what their receiver may see, naming people and roles, in a few queries for all of them. */
export const showProblems = async (
  { db, world, fieldRights }: Parts,
  problems: readonly Problem[],
  { reader, language, about }: Receiver,
): Promise<ShownProblem[]> => {
  if (problems.length === 0) return [];
  const record = about === null || reader === null ? null : await recordOf(db, about);
  const rights =
    record === null || record.id === null || reader === null ? null : await fieldRights(record.type, record.id, reader);
  const clearers = problems.flatMap((it) => it.whoCanClear);
  const [nameOf, roles, drawn] = await Promise.all([
    namesOf(
      db,
      clearers.map((who) => ("personId" in who ? who.personId : null)),
    ),
    clearers.some((who) => "role" in who) ? db.selectFrom("role").selectAll().execute() : [],
    drawnNames(db, problems, { language, record }),
  ]);
  const roleNames = new Map(roles.map((role) => [role.key, textIn(role.name, language, role.key)]));
  const forReader = {
    language,
    schema: record === null ? null : (world.types.find(record.type)?.schema ?? null),
    drawn,
    mask:
      record === null || rights === null || reader === null
        ? null
        : fieldMask(world, { reader, recordType: record.type, rights }),
    personName: (id: string) => nameOf(id)?.name ?? "–",
    roleName: (key: string) => roleNames.get(key) ?? key,
  };
  return problems.map((it) => showProblem(it, forReader));
};
