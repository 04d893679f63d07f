import type { NodeKind } from "@sluice/process";
import { measures } from "../layout/measures.ts";
import { sizeOf, sizeOfKind } from "../layout/sizeOf.ts";
import { addStage } from "../model/addStage.ts";
import { addStep } from "../model/addStep.ts";
import { connect } from "../model/connect.ts";
import type { Edit } from "../model/edited.ts";
import { findEdge, findNode, isStep, stageIdOf } from "../model/elements.ts";
import { insertDrawn } from "../model/insertDrawn.ts";
import type { CanvasStore, QuickAdd } from "./canvasStore.ts";
import { drawnPlaces } from "./drawnPlaces.ts";

type Target = Omit<QuickAdd, "screen">;

const chain =
  (...edits: readonly ((before: readonly string[]) => Edit)[]): Edit =>
  (definition) => {
    let edited: ReturnType<Edit> = { definition };
    let made: readonly string[] = [];
    for (const edit of edits) {
      edited = edit(made)(edited.definition);
      made = made.length > 0 ? made : (edited.select ?? []);
    }
    return { definition: edited.definition, select: made };
  };

/** Right of a step, on its line, behind whatever already stands there. */
const besides = (store: CanvasStore, stepId: string, height: number): Target => {
  const { definition } = store.getState();
  const step = findNode(definition, stepId);
  if (!step || !isStep(step)) return {};
  const places = drawnPlaces(store.getState(), step.stage);
  const at = places[stepId];
  if (!at) return { stage: step.stage };
  const line = Object.entries(places).filter(
    ([id, place]) => id !== stepId && Math.abs(place.y - at.y) < 60 && place.x > at.x,
  );
  const right = Math.max(
    at.x + sizeOf(step).width,
    ...line.map(
      ([id, place]) => place.x + (findNode(definition, id) ? sizeOf(findNode(definition, id) ?? step).width : 0),
    ),
  );
  return {
    stage: step.stage,
    position: { x: right + measures.columnGap, y: at.y + (sizeOf(step).height - height) / 2 },
  };
};

/** Adds a kind where a person asked for it: on a wire, at the end of a pulled wire, where it was dropped, or next to the selection. */
export const addKind = (
  store: CanvasStore,
  kind: NodeKind,
  name: { en: string; zh: string },
  target: Target = {},
): void => {
  const { definition, selection, apply } = store.getState();
  const [chosen] = selection;
  if (kind === "stage") {
    const node = chosen === undefined ? null : findNode(definition, target.stage ?? chosen);
    const after = target.stage ?? (node && stageIdOf(node));
    apply(addStage({ name, ...(after && { after }) }));
    return;
  }
  const edge = target.edge === undefined ? null : findEdge(definition, target.edge);
  if (edge) {
    const source = findNode(definition, edge.from);
    const stage = source && stageIdOf(source);
    apply(insertDrawn(edge.id, { kind, name }, stage ? drawnPlaces(store.getState(), stage) : {}));
    return;
  }
  const node = chosen === undefined ? null : findNode(definition, chosen);
  const place: Target =
    target.stage !== undefined
      ? target
      : node && isStep(node)
        ? besides(store, node.id, sizeOfKind(kind).height)
        : { stage: (node && stageIdOf(node)) ?? "" };
  const position = place.position && {
    x: Math.max(measures.band.left - 20, place.position.x),
    y: Math.max(measures.band.top - 4, place.position.y),
  };
  const step = { kind, name, ...(place.stage ? { stage: place.stage } : {}), ...(position && { position }) };
  const from = target.from;
  apply(
    from === undefined
      ? addStep(step)
      : chain(
          () => addStep(step),
          ([id]) => connect(from, id ?? ""),
          ([id]) => (target.to === undefined ? (definition) => ({ definition }) : connect(id ?? "", target.to)),
        ),
  );
};
