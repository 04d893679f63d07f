import { recordSchemas } from "@sluice/domain";
import { checkDefinition, processDefinitionSchema, type ProcessDefinitionInput } from "@sluice/process";
import type { BenchPart } from "./benchPart.ts";

const LIMIT_MS = 500;
const STEPS = 200;

const inBoth = (text: string) => ({ en: text, zh: text });

/** A process of so many steps: approvals and branches over the record in turn. */
const aLargeProcess = (steps: number): ProcessDefinitionInput => {
  const nodes: ProcessDefinitionInput["nodes"] = [
    { id: "start", kind: "start", name: inBoth("start"), trigger: { on: "recordCreated" } },
    { id: "work", kind: "stage", key: "work", order: 1, name: inBoth("work"), entry: "s0" },
  ];
  const edges: ProcessDefinitionInput["edges"] = [{ id: "begin", from: "start", to: "work" }];
  for (let index = 0; index < steps; index += 1) {
    const base = { id: `s${index}`, stage: "work", name: inBoth(`s${index}`) };
    const next = index + 1 < steps ? `s${index + 1}` : null;
    if (index % 2 === 0)
      nodes.push({
        ...base,
        kind: "approval",
        who: [{ by: "role", role: "finance" }],
        mode: { by: "all" },
        onEmpty: { do: "admin" },
      });
    else nodes.push({ ...base, kind: "branch" });
    if (next === null) continue;
    edges.push({
      id: `w${index}`,
      from: base.id,
      to: next,
      on: index % 2 === 0 ? { kind: "outcome", outcome: "approved" } : { kind: "default" },
    });
    if (index % 2 === 1)
      edges.push({
        id: `v${index}`,
        from: base.id,
        to: `s${Math.min(index + 2, steps - 1)}`,
        on: { kind: "when", when: `record.total > ${index} && record.customer.grade == 'A'`, order: 1 },
      });
  }
  return { format: 2, key: "large", name: inBoth("large"), kind: "side", recordType: "quote", nodes, edges };
};

/** The publish checks of a large process, warm. */
export const checks: BenchPart = () => {
  const definition = processDefinitionSchema.parse(aLargeProcess(STEPS));
  checkDefinition(definition, { schemas: recordSchemas });
  const startedAtMs = performance.now();
  const findings = checkDefinition(definition, { schemas: recordSchemas });
  const value = performance.now() - startedAtMs;
  return [
    {
      figure: `checks of ${STEPS} steps (${findings.length} findings)`,
      value,
      unit: "ms",
      limit: { atMost: LIMIT_MS },
    },
  ];
};
