import { Select } from "@mantine/core";
import type { Node } from "@sluice/process";
import { IconChevronRight } from "@tabler/icons-react";
import { canConnect, connect } from "../model/connect.ts";
import { findNode, stagesOf, stepsOf } from "../model/elements.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { wireLabel } from "../wires/wireLabel.ts";
import css from "./inspector.module.css";

/** Where a step leads to, each wire one click from its settings; and wiring without a mouse: everything it may lead to, by stage. */
export function LeadsTo({ node }: { readonly node: Node }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const out = definition.edges.filter((edge) => edge.from === node.id);
  const nameOf = (id: string) => textIn(sayings, findNode(definition, id)?.name) || id;
  const data = stagesOf(definition)
    .map(({ id }) => ({
      group: nameOf(id),
      items: [
        { value: id, label: say("inspector.stageItself", { stage: nameOf(id) }) },
        ...stepsOf(definition, id).map((step) => ({ value: step.id, label: nameOf(step.id) })),
      ].filter(({ value }) => canConnect(definition, node.id, value)),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <section className={css.section} aria-labelledby="section-leadsTo">
      <h3 id="section-leadsTo">{say("inspector.waysOut")}</h3>
      {out.map((edge) => (
        <button
          key={edge.id}
          type="button"
          className={css.item}
          data-way-out={edge.id}
          onClick={() => store.getState().select([edge.id])}
        >
          <b>{nameOf(edge.to)}</b>
          <small>{wireLabel(sayings, definition, edge)}</small>
          <IconChevronRight size={14} stroke={1.7} aria-hidden />
        </button>
      ))}
      {readOnly ? (
        out.length === 0 && <p className={css.empty}>{say("inspector.noWayOut")}</p>
      ) : (
        <Select
          mt={out.length > 0 ? 6 : 0}
          aria-label={say("inspector.connect")}
          placeholder={say("inspector.connect")}
          searchable
          data={data}
          value={null}
          onChange={(to) => to && store.getState().apply(connect(node.id, to), { keepSelection: true })}
        />
      )}
    </section>
  );
}
