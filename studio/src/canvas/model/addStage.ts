import { blankNode } from "./blankNode.ts";
import type { Edit } from "./edited.ts";
import { stagesOf, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";
import { orderStages } from "./orderStages.ts";

export interface NewStage {
  readonly name: { readonly en: string; readonly zh: string };
  /** Below which band it is put; before the first final band when left out. */
  readonly after?: string;
}

/** Adds an empty band and numbers all bands anew. */
export const addStage =
  ({ name, after }: NewStage): Edit =>
  (definition) => {
    const stages = stagesOf(definition);
    const taken = takenIds(definition);
    for (const stage of stages) taken.add(stage.key);
    const id = freshId(taken, "stage");
    const firstFinal = stages.findIndex((stage) => stage.final !== undefined);
    const afterIndex = stages.findIndex((stage) => stage.id === after);
    const at = afterIndex >= 0 ? afterIndex + 1 : firstFinal >= 0 ? firstFinal : stages.length;
    const order = [...stages.slice(0, at).map((stage) => stage.id), id, ...stages.slice(at).map((stage) => stage.id)];
    const node = blankNode("stage", { id, name, stage: "", order: at });
    return { definition: orderStages({ ...definition, nodes: [...definition.nodes, node] }, order), select: [id] };
  };
