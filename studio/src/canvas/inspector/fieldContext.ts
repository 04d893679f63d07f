import { createContext, useContext } from "react";
import type { Path } from "../model/setAt.ts";
import { setField } from "../model/setField.ts";
import { pathOf } from "../problems/finding.ts";
import { elementOf } from "../problems/problems.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";

interface Element {
  /** The node or edge the settings belong to. */
  readonly id: string;
  /** What findings call it: a move's settings lie inside its stage, its findings name the move. */
  readonly findingId: string;
  /** Where the findings' paths start inside the element. */
  readonly base: Path;
}

const ElementContext = createContext<Element>({ id: "", findingId: "", base: [] });
export const ElementProvider = ElementContext.Provider;

const HeadingContext = createContext("");
export const HeadingProvider = HeadingContext.Provider;

/** Whether the section's heading says already what a setting is called, so that it need not be read twice. */
export const useIsSaidAbove = (label: string): boolean => useContext(HeadingContext) === label;

/** The node or edge whose settings are shown. */
export const useElementId = (): string => useContext(ElementContext).id;

/** Where a setting is, as findings say it: its element, and the way to it inside. */
export const usePlace = (path: Path): { readonly element: string; readonly setting: string } => {
  const { findingId, base } = useContext(ElementContext);
  return { element: findingId, setting: path.slice(base.length).join(".") };
};

/** Writes one setting; typing in one field is one undo. */
export const useSetField = (path: Path): ((value: unknown) => void) => {
  const { id } = useContext(ElementContext);
  const store = useCanvasStore();
  return (value) =>
    void store.getState().apply(setField(id, path, value), { burst: `${id} ${path.join(".")}`, keepSelection: true });
};

/** The error that stands at one setting, in the reader's language; null when none does. Warnings stand above the settings. */
export const useFieldProblem = (path: Path): string | null => {
  const { findingId, base } = useContext(ElementContext);
  const sayings = useSayings();
  const own = path.slice(base.length).join(".");
  const finding = useCanvas(({ problems }) =>
    problems.byElement
      .get(findingId)
      ?.find(
        (each) =>
          each.severity === "error" &&
          elementOf(each) === findingId &&
          own !== "" &&
          pathOf(each).join(".").startsWith(own),
      ),
  );
  return finding ? textIn(sayings, finding.message) : null;
};

/** Whether a problem in the list has just pointed at this setting. */
export const useIsPointedAt = (path: Path): boolean => {
  const { findingId, base } = useContext(ElementContext);
  const own = path.slice(base.length).join(".");
  return useCanvas(
    ({ focusField }) => focusField?.id === findingId && own !== "" && focusField.path.join(".").startsWith(own),
  );
};
