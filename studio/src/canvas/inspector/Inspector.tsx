import type { KeyboardEvent } from "react";
import { findEdge, findMove, findNode } from "../model/elements.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import { EdgeInspector } from "./EdgeInspector.tsx";
import { ManyInspector } from "./ManyInspector.tsx";
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
  const selection = useCanvas((state) => state.selection);
  const [only] = selection;
  return (
    <aside
      className={css.inspector}
      aria-label={say("inspector.label")}
      tabIndex={-1}
      data-findings
      onKeyDown={backToCanvas}
    >
      {selection.length > 1 ? (
        <ManyInspector ids={selection} />
      ) : only === undefined ? (
        <ProcessInspector />
      ) : (
        <Chosen id={only} />
      )}
    </aside>
  );
}
