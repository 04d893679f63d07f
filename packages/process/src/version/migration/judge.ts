import { problem, type Problem } from "@sluice/problems";
import type { Advanced, KernelAnswer } from "../../kernel/answer.ts";
import type { Plan } from "../../kernel/plan.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import type { CaseState } from "../../kernel/state.ts";
import type { Versions } from "./migrateState.ts";
import { outlookIn } from "./outlook.ts";

/**
 * What would come of taking a case over.
 *
 * - `moves`: as it is
 * - `needsMapping`: it stands on a step, stage, split or wire that has become nothing, or another kind
 * - `waitsForEver`: it could not come to an end any more, or stand at a join that never fires
 * - `repeatsEffect`: it would do again what it has done
 * - `cannot`: for another reason, which its problems tell
 */
export type MigrationVerdict = "moves" | "needsMapping" | "waitsForEver" | "repeatsEffect" | "cannot";

const VERDICTS: Readonly<Partial<Record<Problem["code"], MigrationVerdict>>> = {
  MIGRATION_NEEDS_MAPPING: "needsMapping",
  MIGRATION_WAITS_FOR_EVER: "waitsForEver",
  MIGRATION_REPEATS_EFFECT: "repeatsEffect",
};

/** The verdict that problems come to; none is `moves`. */
export const verdictOf = (problems: readonly Problem[]): MigrationVerdict => {
  const [first] = problems;
  return first === undefined ? "moves" : (VERDICTS[first.code] ?? "cannot");
};

const isHeldByIncident = ({ incidents }: CaseState): boolean =>
  incidents.some(({ token, wait }) => token !== null && wait === null);

const standsAt = (plan: Plan, { tokens, stage }: CaseState): string => {
  const node = plan.nodes.get(tokens[0]?.node ?? stage ?? plan.start.id);
  return node?.name.en ?? plan.definition.name.en;
};

const forEver = (plan: Plan, id: string | null, state: CaseState): Problem => {
  const step = id === null ? standsAt(plan, state) : (plan.nodes.get(id)?.name.en ?? id);
  return problem("MIGRATION_WAITS_FOR_EVER", { id: id ?? state.tokens[0]?.node ?? state.stage, step });
};

/** Judges what `migrateState` made of a case: it is refused where the case could wait for ever, which it could not before. */
export const migrationJudge = (
  { from, to }: Versions,
  schemas: RecordSchemas,
): ((before: CaseState, answer: Advanced) => readonly Problem[]) => {
  const [outlookBefore, outlookAfter] = [outlookIn(from, schemas), outlookIn(to, schemas)];
  return (before, { state }) => {
    if (state.status === "ended" || isHeldByIncident(state)) return [];
    const after = outlookAfter(state);
    if (after.end === "reachable" && after.deadJoins.length === 0) return [];
    const was = outlookBefore(before);
    if (after.end === "unreachable" && was.end !== "unreachable") return [forEver(to, null, state)];
    if (after.end === "unknown" && was.end !== "unreachable") return [problem("MIGRATION_NOT_PROVED")];
    return was.deadJoins.length > 0 ? [] : after.deadJoins.map((join) => forEver(to, join, state));
  };
};

/** What `migrateState` answered, with what the judge has against it. */
export const judged = (
  judge: ReturnType<typeof migrationJudge>,
  before: CaseState,
  answer: KernelAnswer,
): KernelAnswer => {
  if (answer.answer !== "advanced") return answer;
  const problems = judge(before, answer);
  return problems.length === 0 ? answer : { answer: "refused", problems };
};
