import { findNode, isStep, stepsOf } from "../canvas/model/elements.ts";
import { looks } from "../canvas/nodes/looks.ts";
import { Tile } from "../canvas/nodes/slots.tsx";
import { textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../canvas/store/canvasContext.ts";
import css from "./live.module.css";

/** Where cases stand, the fullest place first; each is one click from who waits there. */
export function BusySteps() {
  const sayings = useSayings();
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const counts = useCanvas(({ live }) => live?.byNode);
  const at = (id: string): number => counts?.get(id)?.open ?? 0;
  const busy = [...(counts?.values() ?? [])]
    .flatMap((count) => {
      const node = findNode(definition, count.node);
      if (!node) return [];
      // A stage stands here for those that rest in it, at none of its steps.
      const atSteps = count.isStage ? stepsOf(definition, node.id).reduce((sum, step) => sum + at(step.id), 0) : 0;
      return count.open > atSteps ? [{ ...count, open: count.open - atSteps, node }] : [];
    })
    .sort((one, other) => other.late - one.late || other.open - one.open);
  if (busy.length === 0) return null;
  return (
    <section>
      <h3>{sayings.say("live.where")}</h3>
      <ul className={css.waiting}>
        {busy.map(({ node, open, late }) => {
          const look = looks[node.kind];
          const stage = isStep(node) ? findNode(definition, node.stage) : null;
          return (
            <li key={node.id}>
              <button type="button" onClick={() => store.getState().select([node.id])}>
                <Tile icon={look.icon} hue={look.hue} round={look.round ?? false} />
                <span className={css.words}>
                  <b>{textIn(sayings, node.name)}</b>
                  <small>{stage ? textIn(sayings, stage.name) : sayings.say(`kind.${node.kind}.name`)}</small>
                </span>
                {late > 0 && <em data-late>{sayings.say("live.late", { count: late })}</em>}
                <em>{open}</em>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
