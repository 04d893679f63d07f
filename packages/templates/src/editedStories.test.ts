import { recordSchemas } from "@sluice/domain";
import {
  checkDefinition,
  type Node,
  type NodeOf,
  type ProcessDefinition,
  processDefinitionSchema,
} from "@sluice/process";
import { expect, it } from "vitest";
import { templates } from "./index.ts";
import { otherwiseIn } from "./stories/otherwiseIn.ts";

const words = (en: string, zh: string) => ({ en, zh });
const isStage = (node: Node): node is NodeOf<"stage"> => node.kind === "stage";
const firstStage = ({ nodes }: ProcessDefinition): NodeOf<"stage"> =>
  nodes.filter(isStage).toSorted((a, b) => a.order - b.order)[0] as NodeOf<"stage">;

/** An admin sends finance a copy of everything that enters the first stage, before whatever is done there. */
const copiesFinance = (definition: ProcessDefinition): ProcessDefinition => {
  const stage = firstStage(definition);
  return processDefinitionSchema.parse({
    ...definition,
    nodes: [
      ...definition.nodes.map((node) => (node.id === stage.id ? { ...stage, entry: "tellFinance" } : node)),
      {
        id: "tellFinance",
        kind: "cc",
        stage: stage.id,
        name: words("Tell finance", "抄送财务"),
        who: [{ by: "role", role: "finance" }],
      },
    ],
    edges: [
      ...definition.edges,
      ...(stage.entry === undefined ? [] : [{ id: "told", from: "tellFinance", to: stage.entry }]),
    ],
  });
};

/** An admin renames the stages, and lets work be set aside out of the first one. */
const setsAside = (definition: ProcessDefinition): ProcessDefinition => {
  const stage = firstStage(definition);
  const renamed = definition.nodes.map((node) =>
    isStage(node) ? { ...node, name: words(`${node.name.en} (ours)`, `${node.name.zh}（本公司）`) } : node,
  );
  const aside = {
    id: "setAside",
    name: words("Set aside", "搁置"),
    to: "aside",
    trigger: { by: "person", who: [{ by: "role", role: "salesManager" }] },
  };
  return processDefinitionSchema.parse({
    ...definition,
    nodes: [
      ...renamed.map((node) =>
        isStage(node) && node.id === stage.id ? { ...node, moves: [...node.moves, aside] } : node,
      ),
      { id: "aside", kind: "stage", key: "aside", order: 99, name: words("Set aside", "已搁置"), final: "void" },
    ],
  });
};

it.each(templates.map((template) => ({ key: template.key, template })))(
  "the stories of $key go as they are told after an admin's two edits, too",
  ({ template }) => {
    const edited = setsAside(copiesFinance(template));
    const errors = checkDefinition(edited, { schemas: recordSchemas }).filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    expect(otherwiseIn(edited, recordSchemas)).toEqual([]);
    expect(edited.stories).toEqual(template.stories);
  },
);
