import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { CanvasActions, CanvasState, CanvasStore } from "./canvasStore.ts";

const CanvasContext = createContext<CanvasStore | null>(null);
export const CanvasProvider = CanvasContext.Provider;

/** The store of the canvas this component stands on. */
export const useCanvasStore = (): CanvasStore => {
  const store = useContext(CanvasContext);
  if (!store) throw new Error("outside of a canvas");
  return store;
};

/** A part of the canvas's state; the component renders again only when this part changes. */
export const useCanvas = <Part>(part: (state: CanvasState & CanvasActions) => Part): Part =>
  useStore(useCanvasStore(), part);
