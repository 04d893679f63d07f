import type { Plan } from "../../kernel/plan.ts";
import type { Write } from "../../kernel/write.ts";
import { behaviours } from "../../nodes/behaviours.ts";
import type { Played } from "./playOut.ts";

/** How often something was met, by its name. */
export type Coverage = Map<string, number>;

const meet = (met: Coverage, name: string): void => {
  met.set(name, (met.get(name) ?? 0) + 1);
};

const meetActions = (met: Coverage, plan: Plan, id: string, writes: readonly Write[]): void => {
  const stage = plan.nodes.get(id);
  const created = writes.some((write) => write.write === "createRecord");
  if (stage?.kind === "stage" && stage.entryActions.some(({ block }) => block === "createRecord") && created)
    meet(met, "record created on entering a stage");
};

/** Adds what a played case has been through: kinds of step entered, verdicts given, waits that stood, incidents, verbs of admins. */
export const addCoverage = (met: Coverage, { simulation }: Played): void => {
  const { plan } = simulation;
  for (const { event, answer } of simulation.steps) {
    meet(met, `event ${event.type}`);
    if (event.type === "intervene") meet(met, `admin ${event.act.do}`);
    if (event.type === "intervene" && event.named) meet(met, "intervention by somebody whom the step names");
    if (event.type === "task") meet(met, `act ${event.act.do}`);
    for (const write of answer.writes) {
      if (write.write === "enterStage") meetActions(met, plan, write.stage, answer.writes);
      if (write.write === "openStay") meet(met, `step ${plan.nodes.get(write.node)?.kind ?? "none"}`);
      if (write.write === "decision")
        meet(met, `decision ${write.verdict} by ${write.by.startsWith("system:") ? write.by : "people"}`);
      if (write.write === "raiseIncident") meet(met, `incident ${write.code}`);
      if (write.write === "lateStay") meet(met, "stage that lasted too long");
      if (write.write === "overcomeIncident") meet(met, `overcome by ${write.by}`);
      if (write.write === "overcomeIncident")
        meet(met, `overcome by ${write.by} at ${plan.nodes.get(write.node)?.kind ?? "none"}`);
      if (write.write === "endCase") meet(met, "end of the case");
      if (write.write === "lockRecord") meet(met, "lock");
    }
    for (const wait of answer.state.waits) meet(met, `wait ${wait.kind}`);
    for (const { via } of answer.state.tokens) {
      const from = plan.definition.edges.find((edge) => edge.id === via)?.from;
      const node = from === undefined ? undefined : plan.nodes.get(from);
      if (node?.kind === "join") meet(met, `on from a join for ${node.wait.for}`);
    }
    if (answer.state.scopes.some((scope) => scope.fired.length > 0)) meet(met, "split let through while the rest runs");
    if (answer.state.scopes.filter((scope) => scope.kind === "fork").length > 1) meet(met, "split in a split");
    const signing = answer.state.waits.filter(
      (wait) => wait.kind === "task" && plan.nodes.get(wait.node)?.kind === "approval",
    );
    if (new Set(signing.map((wait) => wait.token)).size < signing.length) meet(met, "several signers at once");
  }
};

const stepKinds = Object.keys(behaviours).map((kind) => `step ${kind}`);
const named = (what: string, names: readonly string[]): readonly string[] => names.map((name) => `${what} ${name}`);

const rareSteps = named("step", ["end", "race", "message", "assign", "cc"]);

/** What 200 cases meet twelve times or oftener on average, so that chance alone misses one in 100,000 runs. */
const often: readonly string[] = [
  ...stepKinds.filter((name) => !rareSteps.includes(name)),
  ...named("event", ["start", "task", "alarmRang", "childEnded", "message", "intervene"]),
  ...named("act", ["approve", "sendBack", "complete", "claim", "urge", "consult", "copy"]),
  ...named("wait", ["task", "timer", "condition", "message", "effect", "child"]),
  "decision approve by people",
  "split in a split",
  "several signers at once",
  "end of the case",
  "lock",
];

/** What 2,000 come to ten times or oftener besides: every kind of step, verb and event, every way out of an incident. */
const seldom: readonly string[] = [
  ...rareSteps,
  ...named("event", ["move", "effectDone", "effectFailed", "factsChanged", "forbidden"]),
  ...named("act", ["reject", "withdraw", "reclaim", "delegate", "transfer", "release", "comment"]),
  ...named("act", ["addSigner", "removeSigner"]),
  ...named("admin", ["retry", "skip", "jump", "suspend", "resume", "cancel", "compensate", "reassign"]),
  "intervention by somebody whom the step names",
  ...named("incident", ["EFFECT_FAILED", "NOBODY_FOUND", "CONTROL_POINT", "PROCESS_LOOPS"]),
  ...named("decision approve by", ["system:sla", "system:dedup"]),
  "decision reject by system:sla",
  "decision opinion:approve by people",
  "decision resubmit by people",
  ...named("on from a join for", ["all", "first", "count"]),
  "split let through while the rest runs",
  "record created on entering a stage",
  "stage that lasted too long",
  "overcome by goOn",
  ...named("overcome by follow at", ["task", "approval", "guard", "message", "action"]),
];

/** What so many cases must have met and have not. */
export const notMet = (met: Coverage, runs: number): readonly string[] =>
  [...(runs >= 200 ? often : []), ...(runs >= 2_000 ? seldom : [])].filter((name) => !met.has(name));
