import { recordSchemas } from "@sluice/domain";
import {
  compile,
  type Json,
  processDefinitionSchema,
  type ProcessDefinitionInput,
  Simulation,
  type SimulatedPerson,
} from "@sluice/process";

const inBoth = (text: string) => ({ en: text, zh: text });
const elapsed = (amount: number) => ({ amount, unit: "hour" as const, calendar: "elapsed" as const });

const people: readonly SimulatedPerson[] = ["rep", "finance"].map((id) => ({ id, roles: [id], department: "sales" }));

/** Approvals with time limits, guards that hold, branches over the record and tasks, in turn: 50 steps and their two stages. */
const definition = (steps: number): ProcessDefinitionInput => {
  const nodes: ProcessDefinitionInput["nodes"] = [
    { id: "start", kind: "start", name: inBoth("start"), trigger: { on: "manual" } },
    { id: "way", kind: "stage", key: "way", order: 1, name: inBoth("way"), entry: "s0" },
    { id: "over", kind: "stage", key: "over", order: 2, name: inBoth("over"), final: "done" },
  ];
  const edges: ProcessDefinitionInput["edges"] = [{ id: "begin", from: "start", to: "way" }];
  for (let index = 0; index < steps; index += 1) {
    const id = `s${index}`;
    const next = index + 1 < steps ? `s${index + 1}` : "over";
    const base = { id, stage: "way", name: inBoth(id) };
    const to = (on?: NonNullable<ProcessDefinitionInput["edges"]>[number]["on"]): void =>
      void edges.push({ id: `w${index}`, from: id, to: next, ...(on === undefined ? {} : { on }) });
    switch (index % 5) {
      case 0:
        nodes.push({
          ...base,
          kind: "approval",
          who: [{ by: "role", role: "finance" }],
          mode: { by: "all" },
          onEmpty: { do: "admin" },
          sla: { due: elapsed(8), ladder: [{ after: elapsed(4), action: { do: "remind" } }] },
        });
        to({ kind: "outcome", outcome: "approved" });
        break;
      case 1:
        nodes.push({ ...base, kind: "branch" });
        edges.push({
          id: `v${index}`,
          from: id,
          to: next,
          on: { kind: "when", when: `record.total > ${index} && record.discount < 0.3`, order: 1 },
        });
        to({ kind: "default" });
        break;
      case 2:
        nodes.push({
          ...base,
          kind: "guard",
          mode: "hold",
          guard: { condition: { when: "record.total * 1.06 > 100.0" }, sentence: inBoth("The total is not small.") },
        });
        to();
        break;
      default:
        nodes.push({
          ...base,
          kind: "task",
          who: [{ by: "role", role: "rep" }],
          onEmpty: { do: "admin" },
          outcomes: [{ key: "done", name: inBoth("done") }],
          sla: { due: elapsed(24), ladder: [{ after: elapsed(24), action: { do: "remind" } }] },
        });
        to();
    }
  }
  return { format: 2, key: "longWay", name: inBoth("Long way"), kind: "side", recordType: "quote", nodes, edges };
};

export const aPlan = (steps: number) => compile(processDefinitionSchema.parse(definition(steps)), recordSchemas);

const record: { readonly [path: string]: Json } = { total: "5000", discount: "0.1" };

/** Plays one case of the long way from its start to its end. */
export const playThrough = (plan: ReturnType<typeof aPlan>): Simulation => {
  const simulation = new Simulation(plan, { people, record, ownerId: "rep" }, "2027-01-01T00:00:00.000Z", "rep");
  simulation.start();
  for (;;) {
    const task = [...simulation.tasks.values()].find((it) => it.open);
    const [person] = task?.people ?? [];
    if (task === undefined || person === undefined) break;
    simulation.act(
      person,
      task.node,
      task.kind === "approval" ? { do: "approve" } : { do: "complete", outcome: "done" },
    );
    if (simulation.refusals.length > 0) throw new Error(`refused: ${JSON.stringify(simulation.refusals)}`);
  }
  if (simulation.state.status !== "ended") throw new Error("the case did not come to its end");
  return simulation;
};
