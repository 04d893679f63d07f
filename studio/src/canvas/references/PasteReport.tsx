import { ActionIcon } from "@mantine/core";
import { IconAlertTriangle, IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { findEdge, findNode } from "../model/elements.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { unresolved } from "./unresolved.ts";
import css from "../problems/problems.module.css";

/** What was pasted and refers to what is not here; each line leads to its step, and goes when it is mended. */
export function PasteReport({ onShow }: { readonly onShow: (id: string) => void }) {
  const sayings = useSayings();
  const { say, catalogue } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const pasted = useCanvas((state) => state.pasted);
  const found = useMemo(
    () => (pasted ? unresolved(definition, pasted.ids, catalogue) : []),
    [definition, pasted, catalogue],
  );
  const lost = pasted?.lost.filter(({ stage }) => findNode(definition, stage) !== null) ?? [];
  if (found.length === 0 && lost.length === 0) return null;
  const lines = [
    ...found.map(({ element, kind, name }) => ({ element, what: say(`references.${kind}`, { name }) })),
    ...lost.map(({ stage, name }) => ({
      element: stage,
      what: say("references.move", { name: textIn(sayings, name) || say("move.unnamed") }),
    })),
  ];
  return (
    <section className={css.list} aria-label={say("references.title")} data-paste-report>
      <header>
        <h2>{say("references.title")}</h2>
        <ActionIcon aria-label={say("problems.close")} onClick={() => store.getState().set({ pasted: null })}>
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </header>
      <ul>
        {lines.map(({ element, what }) => (
          <li key={`${element} ${what}`}>
            <button
              type="button"
              className={css.go}
              onClick={() => {
                store.getState().select([element]);
                onShow(element);
              }}
            >
              <IconAlertTriangle className={css.warning} size={16} stroke={1.7} aria-hidden />
              <span className={css.what}>{what}</span>
              <span className={css.where}>
                {textIn(sayings, findNode(definition, findEdge(definition, element)?.from ?? element)?.name)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
