import type { Intervention, Plan } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import type { FactSource } from "../case/facts/factSource.ts";
import { unlockedSource } from "../case/facts/unlockedSource.ts";
import { readCases } from "../case/lockCase.ts";
import { decide } from "../case/takeStep.ts";
import type { Caller, OpenInterventions } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker } from "../person/asker.ts";
import { preparePlan } from "../process/planOf.ts";
import { isAuthorised } from "../rights/authorise.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";

const names = (plan: Plan, node: string): boolean => plan.nodes.get(node)?.permissions?.intervene !== undefined;

/** Whether the step of an act names somebody for it. */
const isNamed = async (
  it: CaseInHand,
  act: Intervention,
  { plan, source, personId }: { readonly plan: Plan; readonly source: FactSource; readonly personId: string },
): Promise<boolean> => {
  const event = {
    type: "intervene",
    act,
    reason: "…",
    named: true,
    at: source.at,
    actor: { kind: "person", personId },
  } as const;
  const answer = await decide(plan, source, { state: it.state, event });
  return answer.answer !== "refused" || !answer.problems.some(({ code }) => code === "NOT_ALLOWED");
};

/**
 * Answers which incidents of a case somebody may settle, and which open work they may give to somebody else: all of it for an
 * admin, for others what the steps name them for.
 *
 * Unlocked and without consequences, by the same kernel: the answer may be outdated by the time it is read.
 */
export const openInterventions = async (house: House, caseId: string, caller: Caller): Promise<OpenInterventions> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    const asker = await readAsker(db, caller.personId);
    await house.registry.reach(asker.fieldsRevision, db);
    const [it] = await readCases({ db }, [caseId]);
    if (it === undefined) return { incidents: [], tasks: [] };
    const { incidents } = it.state;
    const tasks = it.state.waits.filter((wait) => wait.kind === "task");
    if (asker.roles.includes("admin"))
      return { incidents: incidents.map(({ id }) => id), tasks: tasks.map(({ id }) => id) };
    const plan = await preparePlan(house, db, { processKey: it.processKey, version: it.version, hash: it.planHash });
    const source = unlockedSource(house, db, it, await house.clock.now(db));
    const record = await source.records.find(source.record, "share");
    if (record === null || !isAuthorised(house.rights, asker, { action: "read", record }))
      return { incidents: [], tasks: [] };
    const by = { plan, source, personId: asker.id };
    const found: { incidents: string[]; tasks: string[] } = { incidents: [], tasks: [] };
    for (const { id, node } of incidents)
      if (names(plan, node) && (await isNamed(it, { do: "retry", incident: id }, by))) found.incidents.push(id);
    for (const { id, node } of tasks)
      if (names(plan, node) && (await isNamed(it, { do: "reassign", task: id, to: asker.id }, by)))
        found.tasks.push(id);
    return found;
  } finally {
    client.release();
  }
};
