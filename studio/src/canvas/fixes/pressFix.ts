import { stagesOf, takenIds } from "../model/elements.ts";
import { standingIn } from "../model/makeRoom.ts";
import type { CanvasStore } from "../store/canvasStore.ts";
import { drawnPlaces } from "../store/drawnPlaces.ts";
import type { PressableFix } from "./fix.ts";

/** Presses a fix: one undoable gesture. What it adds stands well at once; what was selected stays so, as far as it is still there. */
export const pressFix = (store: CanvasStore, { edit }: PressableFix): void => {
  const state = store.getState();
  const places = Object.fromEntries(
    stagesOf(state.definition).flatMap(({ id }) => Object.entries(drawnPlaces(state, id))),
  );
  state.apply(standingIn(edit, places), { keepSelection: true });
  const { definition, selection, select } = store.getState();
  const known = takenIds(definition);
  select(selection.filter((id) => known.has(id)));
};
