import type { NodeKind } from "@sluice/process";
import type { Point } from "../layout/box.ts";
import { measures } from "../layout/measures.ts";
import { sizeOf, sizeOfKind } from "../layout/sizeOf.ts";
import { addStage } from "../model/addStage.ts";
import { addStep } from "../model/addStep.ts";
import { connect } from "../model/connect.ts";
import type { Edit } from "../model/edited.ts";
import { findEdge, findNode, isStep, stageIdOf, stagesOf } from "../model/elements.ts";
import { insertOnEdge } from "../model/insertOnEdge.ts";
import { standingIn } from "../model/makeRoom.ts";
import type { CanvasStore, QuickAdd } from "./canvasStore.ts";
import { drawnPlaces } from "./drawnPlaces.ts";

/** `block` is what an action does. */
type Target = Omit<QuickAdd, "screen"> & { readonly block?: string };

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

/**
 * Adds a kind where a person asked for it: on a wire, at the end of a pulled wire, where it was dropped, or next to the selection.
 * It stands well at once, and that is part of the one gesture: one undo takes it and the room made for it back.
 */
export const addKind = (
  store: CanvasStore,
  kind: NodeKind,
  name: { en: string; zh: string },
  target: Target = {},
): void => {
  const { definition, selection, apply } = store.getState();
  const [chosen] = selection;
  const block = target.block === undefined ? {} : { block: target.block };
  if (kind === "stage") {
    const node = chosen === undefined ? null : findNode(definition, target.stage ?? chosen);
    const after = target.stage ?? (node && stageIdOf(node));
    apply(addStage({ name, ...(after && { after }) }));
    return;
  }
  const settled = (edit: Edit, at?: Point): void => {
    const places = Object.fromEntries(
      stagesOf(definition).flatMap(({ id }) => Object.entries(drawnPlaces(store.getState(), id))),
    );
    apply(standingIn(edit, places, at));
  };
  const edge = target.edge === undefined ? null : findEdge(definition, target.edge);
  if (edge) {
    settled(insertOnEdge(edge.id, { kind, name, ...block }));
    return;
  }
  const node = chosen === undefined ? null : findNode(definition, chosen);
  const puller = target.from === undefined ? null : findNode(definition, target.from);
  const place: Target =
    target.stage !== undefined || puller !== null
      ? { stage: (puller && stageIdOf(puller)) ?? "", ...target }
      : node && isStep(node)
        ? besides(store, node.id, sizeOfKind(kind).height)
        : { stage: (node && stageIdOf(node)) ?? "" };
  const position = place.position && {
    x: Math.max(measures.band.left - 20, place.position.x),
    y: Math.max(measures.band.top - 4, place.position.y),
  };
  const step = { kind, name, ...(place.stage ? { stage: place.stage } : {}), ...(position && { position }), ...block };
  const { from, to } = target;
  const same: Edit = (before) => ({ definition: before });
  const wired = chain(
    () => addStep(step),
    ([id]) => (from === undefined ? same : connect(from, id ?? "")),
    ([id]) => (from === undefined || to === undefined ? same : connect(id ?? "", to)),
  );
  settled(wired, position);
};
