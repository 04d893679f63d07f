import { problem, Refusal } from "@sluice/problems";
import {
  judged,
  migrateState,
  type Advanced,
  type CaseState,
  type MigrateEvent,
  type VersionName,
} from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import type { FactSource } from "../case/facts/factSource.ts";
import { keepStep } from "../case/keepStep.ts";
import { askUntilDecided, noteOwnWrites, sourceFor, type Decided } from "../case/takeStep.ts";
import type { House } from "../house.ts";
import { judgeBetween } from "../process/migrationJudges.ts";
import { planOf } from "../process/planOf.ts";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { MigrationChoices } from "./choices.ts";
import { repoint } from "./repoint.ts";

/** The event by which a case goes over to another version. */
export const migrationOf = (
  it: CaseInHand,
  to: VersionName,
  { mapping, timers, reason, back }: MigrationChoices,
  { at, actor }: Pick<Authorship, "at" | "actor">,
): MigrateEvent => ({
  type: "migrate",
  from: { version: it.version, hash: it.planHash },
  to,
  mapping,
  timers,
  reason,
  ...(back === undefined ? {} : { back }),
  at,
  actor,
});

const plansOf = (house: House, it: CaseInHand, to: VersionName) => ({
  from: planOf(house, { processKey: it.processKey, version: it.version, hash: it.planHash }),
  to: planOf(house, { processKey: it.processKey, ...to }),
});

/** What the kernel and the judge make of it. Writes nothing; both versions must be compiled. */
export const judgeMigration = async (
  house: House,
  it: CaseInHand,
  event: MigrateEvent,
  source: FactSource,
): Promise<Decided> => {
  const versions = plansOf(house, it, event.to);
  const judge = judgeBetween(house, versions.from, versions.to);
  return askUntilDecided(source, (facts) => judged(judge, it.state, migrateState(versions, it.state, event, facts)));
};

/** The state as it was, in which only what this very step noted counts as new. */
const seenBefore = (before: CaseState, { state }: Advanced, at: string): CaseState => {
  const isNew = (entry: CaseState["trail"][number]): boolean =>
    entry.at === at && !before.trail.some((other) => other.at === at);
  return { ...before, stage: state.stage, trail: state.trail.filter((entry) => !isNew(entry)) };
};

/**
 * Takes a case that this transaction holds over to another version of its process, whole or not at all. The case's own row is
 * stored by `saveCase`.
 *
 * @problem EVENT_NOT_APPLICABLE - it runs on that version already
 */
export const takeMigration = async (
  tx: DoorTransaction,
  it: CaseInHand,
  {
    to,
    choices,
    by,
  }: { readonly to: VersionName; readonly choices: MigrationChoices; readonly by: Omit<Authorship, "step"> },
): Promise<void> => {
  if (it.version === to.version) throw new Refusal([problem("EVENT_NOT_APPLICABLE", { event: "migrate" })]);
  if (it.kind === "lifeCycle") await tx.records.find({ type: it.recordType, id: it.recordId }, "write");
  const source = sourceFor(tx, it, by.at);
  const event = migrationOf(it, to, choices, by);
  const answer = await judgeMigration(tx.house, it, event, source);
  if (answer.answer === "refused") throw new Refusal(answer.problems);
  if (answer.answer === "superseded") throw new Refusal([problem("EVENT_NOT_APPLICABLE", { event: "migrate" })]);
  const { to: plan } = plansOf(tx.house, it, to);
  const before = seenBefore(it.state, answer, by.at);
  it.version = to.version;
  it.planHash = to.hash;
  await repoint(tx, it, choices.mapping);
  await keepStep(tx, it, { answer, event, plan, source, by, before });
  await noteOwnWrites(tx, it, { answer, by });
};
