import { type RefObject, useEffect } from "react";
import { copyElements } from "../model/clip.ts";
import { deleteElements } from "../model/deleteElements.ts";
import { findNode, isStep, stageIdOf } from "../model/elements.ts";
import { reorderStage } from "../model/orderStages.ts";
import { movesLost, pasteClip } from "../model/pasteClip.ts";
import { placeSteps } from "../model/placeSteps.ts";
import { useCanvasStore } from "../store/canvasContext.ts";
import type { CanvasStore } from "../store/canvasStore.ts";
import { drawnPlaces } from "../store/drawnPlaces.ts";
import { alongPath } from "./alongPath.ts";
import { keepClip, keptClip } from "./clipboard.ts";

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input, textarea, select, [role='listbox'], [role='dialog'], [role='menu']") !== null);

/** Arrow keys move the chosen steps by a grid step (Shift: a pixel), a chosen stage by a place; a burst is one undo. */
const nudge = (store: CanvasStore, { x, y }: { x: number; y: number }, by: number): void => {
  const state = store.getState();
  const [first] = state.selection;
  const only = state.selection.length === 1 && first !== undefined ? findNode(state.definition, first) : null;
  if (only?.kind === "stage") {
    if (y !== 0) state.apply(reorderStage(only.id, y), { burst: "nudge" });
    return;
  }
  const places = state.selection.flatMap((id) => {
    const node = findNode(state.definition, id);
    const at = node && isStep(node) ? drawnPlaces(state, node.stage)[id] : undefined;
    if (!node || !isStep(node) || !at) return [];
    return [{ id, stage: node.stage, position: { x: Math.max(24, at.x + x * by), y: Math.max(40, at.y + y * by) } }];
  });
  if (places.length > 0) state.apply(placeSteps(places), { burst: "nudge", keepSelection: true });
};

const paste = (store: CanvasStore): void => {
  const clip = keptClip();
  const { definition, selection, apply } = store.getState();
  const node = findNode(definition, selection[0] ?? "");
  const stage = node && stageIdOf(node);
  if (!clip) return;
  const ids = apply(pasteClip(clip, stage ? { stage } : {}));
  if (ids.length > 0) store.getState().set({ pasted: { ids, lost: movesLost(clip, definition, ids) } });
};

/**
 * Every key the canvas answers to. Alt and an arrow go along the path, Shift takes what is come to besides. Keys typed into a
 * field stay the field's. Where steps are not drawn at their places
 * (`isDrawn` false), plain arrows belong to the page.
 */
export const useCanvasKeys = (root: RefObject<HTMLElement | null>, { isDrawn = true } = {}): void => {
  const store = useCanvasStore();
  useEffect(() => {
    const focusElement = (id: string) => {
      store.getState().select([id]);
    };
    const commandKeys = (event: KeyboardEvent): boolean => {
      const { undo, redo, definition, selection, apply } = store.getState();
      const key = event.key.toLowerCase();
      if (key === "z") (event.shiftKey ? redo : undo)();
      else if (key === "y") redo();
      else if (key === "c" && selection.length > 0 && !window.getSelection()?.toString())
        keepClip(copyElements(definition, selection));
      else if (key === "x" && selection.length > 0) {
        keepClip(copyElements(definition, selection));
        apply(deleteElements(selection));
      } else if (key === "v") paste(store);
      else if (key === "d" && selection.length > 0) apply(pasteClip(copyElements(definition, selection)));
      else if (key === "f" && !event.shiftKey) store.getState().set({ isFinding: true });
      else if (key === "a") store.getState().select(definition.nodes.filter(isStep).map((node) => node.id));
      else return false;
      return true;
    };
    const plainKeys = (event: KeyboardEvent): boolean => {
      const state = store.getState();
      const focused =
        event.target instanceof HTMLElement
          ? event.target.closest<HTMLElement>(".react-flow__node, .react-flow__edge")
          : null;
      const arrow = arrows[event.key];
      if (arrow && event.altKey) {
        const next = alongPath(state, state.selection.at(-1) ?? focused?.dataset["id"] ?? "", event.key);
        if (next && event.shiftKey) state.select([...state.selection.filter((id) => id !== next), next]);
        else if (next) focusElement(next);
      } else if (arrow && !isDrawn) return false;
      else if (arrow && state.selection.length > 0) nudge(store, arrow, event.shiftKey ? 1 : 8);
      else if ((event.key === "Enter" || event.key === " ") && focused?.dataset["id"])
        state.select([focused.dataset["id"]]);
      else if ((event.key === "Delete" || event.key === "Backspace") && state.selection.length > 0) {
        const next = alongPath(state, state.selection[0] ?? "", "ArrowLeft");
        state.apply(deleteElements(state.selection));
        if (next && findNode(store.getState().definition, next)) focusElement(next);
        else root.current?.focus();
      } else if (event.key === "F2" && state.selection.length === 1)
        state.set({ focusField: { id: state.selection[0] ?? "", path: ["name"] } });
      else if (event.key === "Escape") {
        state.set({ quickAdd: null });
        state.select([]);
      } else if (event.key.toLowerCase() === "a" && isDrawn && !state.readOnly) {
        const id = state.selection[0] ?? "";
        const box =
          root.current?.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect() ??
          root.current?.getBoundingClientRect();
        const isWire = state.definition.edges.some((edge) => edge.id === id);
        const screen = { x: (box?.left ?? 0) + Math.min(box?.width ?? 0, 240), y: (box?.top ?? 0) + 20 };
        const node = findNode(state.definition, id);
        state.set({
          quickAdd: {
            screen,
            ...(isWire ? { edge: id } : {}),
            ...(node && node.kind !== "stage" && node.kind !== "end" ? { from: id } : {}),
          },
        });
      } else return false;
      return true;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const handled =
        event.ctrlKey || event.metaKey ? commandKeys(event) : isButton(event, root.current) ? false : plainKeys(event);
      if (handled) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store, root, isDrawn]);
};

/** A button of the canvas keeps Enter and space; one that stands elsewhere keeps every key. */
const isButton = (event: KeyboardEvent, root: HTMLElement | null): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest("button, a, [role='radio']") !== null &&
  (!root?.contains(event.target) || event.key === "Enter" || event.key === " ");
