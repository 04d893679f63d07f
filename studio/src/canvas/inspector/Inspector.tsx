import { Button } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { deleteElements } from "../model/deleteElements.ts";
import { findEdge, findMove, findNode } from "../model/elements.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { EdgeInspector } from "./EdgeInspector.tsx";
import { MoveInspector } from "./MoveInspector.tsx";
import { NodeInspector } from "./NodeInspector.tsx";
import { ProcessInspector } from "./ProcessInspector.tsx";
import css from "./inspector.module.css";

function Chosen({ id }: { readonly id: string }) {
  const definition = useCanvas((state) => state.definition);
  const node = findNode(definition, id);
  if (node) return <NodeInspector key={id} node={node} />;
  const edge = findEdge(definition, id);
  if (edge) return <EdgeInspector key={id} edge={edge} />;
  const found = findMove(definition, id);
  return found ? <MoveInspector key={id} stage={found.stage} move={found.move} /> : <ProcessInspector />;
}

/** Escape leaves the settings for the canvas; an open list only closes. */
const backToCanvas = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (event.target instanceof HTMLElement && event.target.getAttribute("aria-expanded") === "true") return;
  event.preventDefault();
  document.querySelector<HTMLElement>("[data-canvas]")?.focus();
};

/** The panel beside the canvas: the settings of what is chosen. Never covers a step. */
export function Inspector() {
  const { say } = useSayings();
  const store = useCanvasStore();
  const selection = useCanvas((state) => state.selection);
  const readOnly = useCanvas((state) => state.readOnly);
  const [only] = selection;
  return (
    <aside className={css.inspector} aria-label={say("inspector.label")} onKeyDown={backToCanvas}>
      {selection.length > 1 ? (
        <div className={css.body} style={{ paddingTop: 16 }}>
          <h2 style={{ fontSize: 14, marginBottom: 10 }}>{say("inspector.many", { count: selection.length })}</h2>
          {!readOnly && (
            <Button variant="default" onClick={() => store.getState().apply(deleteElements(selection))}>
              {say("inspector.deleteAll")}
            </Button>
          )}
        </div>
      ) : only === undefined ? (
        <ProcessInspector />
      ) : (
        <Chosen id={only} />
      )}
    </aside>
  );
}
