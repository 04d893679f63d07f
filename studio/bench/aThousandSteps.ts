import { type ProcessDefinition, type ProcessDefinitionInput, processDefinitionSchema } from "@sluice/process";

const inBoth = (text: string) => ({ en: text, zh: text });
const COLUMNS = 12;
const GAP = { x: 250, y: 96 } as const;
const CORNER = { x: 60, y: 48 } as const;

type NodeInput = ProcessDefinitionInput["nodes"][number];

const stepOf = (index: number, base: { id: string; stage: string; name: ReturnType<typeof inBoth> }): NodeInput => {
  switch (index % 4) {
    case 0:
      return { ...base, kind: "task", who: [{ by: "owner" }], sla: { due: { amount: 2, unit: "day" } } };
    case 1:
      return { ...base, kind: "branch" };
    case 2:
      return {
        ...base,
        kind: "approval",
        who: [{ by: "role", role: "finance" }],
        mode: { by: "any" },
        onEmpty: { do: "admin" },
      };
    default:
      return { ...base, kind: "action", block: "mail" };
  }
};

/** So many nodes in stages of fifty steps each, all of them placed, branches with two ways: the graph that both are shown. */
export const aProcessOf = (nodes: number): ProcessDefinition => {
  const stages = Math.round(nodes / 51);
  const made: NodeInput[] = [{ id: "start", kind: "start", name: inBoth("Start"), trigger: { on: "recordCreated" } }];
  const edges: ProcessDefinitionInput["edges"] = [{ id: "begin", from: "start", to: "stage0" }];
  for (let stage = 0; stage < stages; stage += 1) {
    const id = (index: number): string => `s${stage}n${index}`;
    const steps = Math.min(50, nodes - 1 - stages - stage * 50);
    made.push({
      id: `stage${stage}`,
      kind: "stage",
      key: `stage${stage}`,
      order: stage,
      name: inBoth(`Stage ${stage}`),
      entry: id(0),
    });
    for (let index = 0; index < steps; index += 1) {
      const position = {
        x: CORNER.x + (index % COLUMNS) * GAP.x,
        y: CORNER.y + Math.floor(index / COLUMNS) * GAP.y,
      };
      const base = { id: id(index), stage: `stage${stage}`, name: inBoth(`Step ${stage}.${index}`), position };
      made.push(stepOf(index, base));
      const to = index + 1 < steps ? id(index + 1) : stage + 1 < stages ? `stage${stage + 1}` : null;
      if (to === null) continue;
      const kind = index % 4;
      edges.push({
        id: `${id(index)}-on`,
        from: id(index),
        to,
        on: kind === 1 ? { kind: "default" } : kind === 2 ? { kind: "outcome", outcome: "approved" } : { kind: "next" },
      });
      if (kind === 1 && index + 2 < steps)
        edges.push({
          id: `${id(index)}-other`,
          from: id(index),
          to: id(index + 2),
          on: { kind: "when", when: "record.effectiveDiscount > 0.15", order: 0 },
        });
    }
  }
  return processDefinitionSchema.parse({
    format: 2,
    key: "large",
    name: inBoth("Large"),
    kind: "side",
    recordType: "quote",
    nodes: made,
    edges,
  });
};
