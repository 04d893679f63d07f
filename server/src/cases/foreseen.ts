import { problem, Refusal } from "@sluice/problems";
import { storedDefinition, type ProcessDefinition } from "@sluice/process";
import { foresee, type House, type Foreseen } from "@sluice/records";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import { showProblems } from "../refusals/showProblems.ts";
import { textIn } from "../shape/textIn.ts";
import type { ForeseeInput, ShownForeseen } from "./caseShapes.ts";
import type { CaseParts } from "./getCase.ts";
import { knownCases } from "./mayKnowCase.ts";

/** Nobody waits for these; they are told as copies. */
const ASIDE: ReadonlySet<string> = new Set(["copy", "consult"]);

const shown = (
  { writes, effects }: Foreseen,
  {
    definition,
    reader,
    nameOf,
  }: { definition: ProcessDefinition; reader: Reader; nameOf: Awaited<ReturnType<typeof namesOf>> },
): Omit<ShownForeseen, "problems"> => {
  const nameIn = (id: string): string =>
    textIn(definition.nodes.find((node) => node.id === id)?.name, reader.language, id);
  const tasks = writes.flatMap((write) =>
    write.write === "openTask" && !ASIDE.has(write.task.kind) ? [write.task] : [],
  );
  const stage = writes.findLast((write) => write.write === "enterStage");
  const end = writes.find((write) => write.write === "endCase");
  return {
    stage: stage === undefined ? null : nameIn(stage.stage),
    end: end === undefined ? null : { outcome: end.outcome },
    tasks: tasks.map(({ name, people, standsFor }) => ({
      name: textIn(name, reader.language),
      people: people.map((personId) => ({
        name: nameOf(personId)?.name ?? "–",
        standsFor: nameOf(standsFor[personId] ?? null)?.name ?? null,
      })),
    })),
    withdrawn: writes.filter(
      (write) => write.write === "closeTask" && write.reason !== "done" && write.reason !== "decided",
    ).length,
    effects: effects.map(({ node, block }) => ({ name: nameIn(node), block })),
    makes: writes.flatMap((write) => (write.write === "createRecord" ? [write.recordType] : [])),
    incidents: writes.flatMap((write) => (write.write === "raiseIncident" ? [nameIn(write.node)] : [])),
  };
};

/**
 * Tells the reader what would come of a move or an act before they do it.
 *
 * @problem NOT_FOUND - there is no such case, or the reader may not know of it
 */
export const foreseen = async (
  house: House,
  { db, world, visible, fieldRights }: CaseParts,
  { caseId, intended }: ForeseeInput,
  reader: Reader,
): Promise<ShownForeseen> => {
  const known = await knownCases(db, visible, [caseId], reader);
  const row = await db
    .selectFrom("case")
    .innerJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "case.process_key")
        .onRef("process_version.version", "=", "case.version"),
    )
    .select("process_version.definition")
    .where("case.id", "=", caseId)
    .executeTakeFirst();
  if (row === undefined || !known.has(caseId)) throw new Refusal([problem("NOT_FOUND", { recordType: "case" })]);
  const found = await foresee(house, { caseId, intended }, { personId: reader.personId, via: "session" });
  const ids = found.writes.flatMap((write) =>
    write.write === "openTask" ? [...write.task.people, ...Object.values(write.task.standsFor)] : [],
  );
  const nameOf = await namesOf(db, ids);
  return {
    problems: await showProblems({ db, world, fieldRights }, found.problems, {
      reader,
      language: reader.language,
      about: { caseId },
    }),
    ...shown(found, { definition: storedDefinition(row.definition), reader, nameOf }),
  };
};
