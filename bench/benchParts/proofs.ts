import { recordSchemas, vouchedMilestones } from "@sluice/domain";
import { Grounds, type ProcessDefinitionInput, processDefinitionSchema, prove } from "@sluice/process";
import { templates } from "@sluice/templates";
import type { BenchFigure, BenchPart } from "./benchPart.ts";

const BRANCHES = 17;
const FEW_STATES = 200;
const NODES = 1_000;
/** The start and the two stages that steps stand between. */
const AROUND = 3;
const ANSWER_MS = 10_000;

const inBoth = (text: string) => ({ en: text, zh: text });

const aStart = { id: "start", kind: "start", name: inBoth("start"), trigger: { on: "recordCreated" } } as const;
const aTask = (id: string) => ({
  id,
  kind: "task" as const,
  stage: "work",
  name: inBoth(id),
  who: [{ by: "role" as const, role: "finance" }],
  onEmpty: { do: "admin" as const },
});

const aProcess = (
  nodes: ProcessDefinitionInput["nodes"],
  wires: readonly (readonly [string, string])[],
): ProcessDefinitionInput => ({
  format: 2,
  key: "bench",
  name: inBoth("bench"),
  kind: "lifeCycle",
  recordType: "quote",
  nodes: [
    aStart,
    { id: "work", kind: "stage", key: "work", order: 1, name: inBoth("work"), entry: nodes[0]?.id },
    ...nodes,
    { id: "done", kind: "stage", key: "done", order: 2, name: inBoth("done"), final: "done" },
  ],
  edges: [["start", "work"] as const, ...wires].map(([from, to], index) => ({ id: `w${index}`, from, to })),
  controls: [
    {
      id: "order",
      must: "neverBefore",
      point: { at: "stage", stage: "done" },
      before: [{ at: "step", step: "t0" }],
    },
  ],
});

const branchesOf = (count: number): ProcessDefinitionInput => {
  const tasks = Array.from({ length: count }, (_, index) => aTask(`t${index}`));
  const fork = { id: "p", kind: "parallel" as const, stage: "work", name: inBoth("p") };
  const join = { id: "j", kind: "join" as const, stage: "work", name: inBoth("j") };
  const wires = tasks.flatMap(({ id }) => [["p", id] as const, [id, "j"] as const]);
  return aProcess([fork, ...tasks, join], [...wires, ["j", "done"]]);
};

const chainOf = (count: number): ProcessDefinitionInput => {
  const tasks = Array.from({ length: count }, (_, index) => aTask(`t${index}`));
  const wires = tasks.map(({ id }, index) => [id, tasks[index + 1]?.id ?? "done"] as const);
  return aProcess(tasks, wires);
};

/** Proves the control points of a process anew: how many states that visited, and how long it took. */
const provedIn = (
  input: ProcessDefinitionInput,
  name: string,
  limits: { readonly states?: number; readonly ms: number },
): readonly BenchFigure[] => {
  const definition = processDefinitionSchema.parse(input);
  const startedAtMs = performance.now();
  const verdicts = prove(new Grounds(definition, { schemas: recordSchemas, vouched: vouchedMilestones }));
  const took = performance.now() - startedAtMs;
  const states = verdicts.reduce((sum, verdict) => sum + verdict.states, 0);
  const proved = verdicts.filter(({ verdict }) => verdict === "proved").length;
  return [
    {
      figure: `${name}: states visited (${proved} of ${verdicts.length} proved)`,
      value: states,
      unit: "",
      ...(limits.states === undefined ? {} : { limit: { atMost: limits.states } }),
    },
    { figure: `${name}: time`, value: took, unit: "ms", limit: { atMost: limits.ms } },
  ];
};

/** The control points of what is shipped, of paths side by side, and of a process as large as may be. */
export const proofs: BenchPart = () => [
  ...provedIn(branchesOf(BRANCHES), `${BRANCHES} paths side by side`, { states: FEW_STATES, ms: ANSWER_MS }),
  ...provedIn(chainOf(NODES - AROUND), `${NODES} nodes in a row`, { ms: ANSWER_MS }),
  ...templates
    .filter(({ controls = [] }) => controls.length > 0)
    .flatMap((template) => provedIn(template, `template ${template.key}`, { ms: ANSWER_MS })),
];
