import type { Node } from "@sluice/process";
import { IconChevronRight } from "@tabler/icons-react";
import { findNode } from "../model/elements.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { wireLabel } from "../wires/wireLabel.ts";
import css from "./inspector.module.css";

/** Where a step leads to; each wire opens its own settings. */
export function WiresOut({ node }: { readonly node: Node }) {
  const sayings = useSayings();
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const out = definition.edges.filter((edge) => edge.from === node.id);
  if (out.length === 0) return null;
  return (
    <section className={css.section}>
      <h3>{sayings.say("inspector.waysOut")}</h3>
      {out.map((edge) => (
        <button
          key={edge.id}
          type="button"
          className={css.item}
          data-way-out={edge.id}
          onClick={() => store.getState().select([edge.id])}
        >
          <b>{textIn(sayings, findNode(definition, edge.to)?.name) || edge.to}</b>
          <small>{wireLabel(sayings, definition, edge)}</small>
          <IconChevronRight size={14} stroke={1.7} aria-hidden />
        </button>
      ))}
    </section>
  );
}
