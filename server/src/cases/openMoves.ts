import { storedDefinition, upgradeState } from "@sluice/process";
import type { Reader } from "../reader.ts";
import { showProblems } from "../refusals/showProblems.ts";
import { casesWithNames } from "./caseRows.ts";
import type { ShownMove } from "./caseShapes.ts";
import type { CaseParts } from "./getCase.ts";
import { knownCases } from "./mayKnowCase.ts";
import { shownMoves } from "./shownMoves.ts";

/** Answers the moves of up to 50 cases beforehand, on an unlocked snapshot; cases the reader may not know of are left out. */
export const openMoves = async (
  { db, world, door, visible, fieldRights }: CaseParts,
  caseIds: readonly string[],
  reader: Reader,
): Promise<Record<string, ShownMove[]>> => {
  const known = [...(await knownCases(db, visible, caseIds, reader))];
  if (known.length === 0) return {};
  const rows = await casesWithNames(db)
    .select(["case.state", "process_version.definition"])
    .where("case.id", "in", known)
    .execute();
  const running = rows.filter((row) => row.status === "running").map((row) => row.id);
  const open = running.length === 0 ? {} : await door.openMoves(running, { personId: reader.personId, via: "session" });
  const answers = await Promise.all(
    rows.map(async (row) => {
      const moves = await shownMoves(
        {
          definition: storedDefinition(row.definition),
          stage: upgradeState(row.state).stage,
          openMoves: open[row.id] ?? [],
        },
        reader.language,
        (problems) =>
          showProblems({ db, world, fieldRights }, problems, {
            reader,
            language: reader.language,
            about: { type: row.record_type, id: row.record_id },
          }),
      );
      return [row.id, moves] as const;
    }),
  );
  return Object.fromEntries(answers);
};
