import { Button } from "@mantine/core";
import { addMove } from "../model/addMove.ts";
import { findNode } from "../model/elements.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { AddHere } from "./AddHere.tsx";
import { LeadsAway } from "./LeadsAway.tsx";
import type { StageTree } from "./stageTree.ts";
import { TreeItems } from "./TreeItems.tsx";
import css from "./tree.module.css";
import ways from "./ways.module.css";

/** One stage: its rows of cards, or why it has none; its moves below. */
export function TreeStage({ tree, number }: { readonly tree: StageTree; readonly number: number }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const isChosen = useCanvas(({ selection }) => selection.includes(tree.stage.id));
  const { stage, rows, noTree } = tree;
  return (
    <section className={css.stage} data-tree-stage={stage.id} aria-label={textIn(sayings, stage.name)}>
      <button
        type="button"
        className={css.head}
        aria-pressed={isChosen}
        data-chosen={isChosen || undefined}
        onClick={() => store.getState().select([stage.id])}
      >
        <span className={css.number}>{number}</span>
        {textIn(sayings, stage.name)}
        {stage.final && <small>{say(`final.${stage.final}`)}</small>}
      </button>
      {noTree && (
        <div className={css.noTree} data-no-tree={noTree.step}>
          <p>{say(`tree.noTree.${noTree.why}`, { step: textIn(sayings, findNode(definition, noTree.step)?.name) })}</p>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => {
              store.getState().set({ view: "canvas" });
              store.getState().select([noTree.step]);
            }}
          >
            {say("tree.onCanvas")}
          </Button>
        </div>
      )}
      {!noTree && rows.length === 0 && (
        <div className={css.rows}>
          <div className={css.row}>
            <span className={css.door}>{say(stage.final ? "tree.restsFinally" : "tree.rests")}</span>
            {!readOnly && <AddHere target={{ stage: stage.id }} label={say("tree.first")} />}
          </div>
        </div>
      )}
      {rows.length > 0 && (
        <div className={css.rows}>
          {rows.map((row) => (
            <div key={row.items[0]?.step.id} className={css.row}>
              <span className={css.door}>{say(`tree.door.${row.door}`)}</span>
              <i className={ways.line} aria-hidden />
              <TreeItems items={row.items} />
            </div>
          ))}
        </div>
      )}
      {(stage.moves.length > 0 || (!readOnly && !stage.final)) && (
        <div className={css.moves}>
          {stage.moves.map((move) => (
            <LeadsAway
              key={move.id}
              element={move.id}
              label={textIn(sayings, move.name) || say("move.unnamed")}
              to={textIn(sayings, findNode(definition, move.to)?.name)}
            />
          ))}
          {!readOnly && !stage.final && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => void store.getState().apply(addMove({ stage: stage.id }))}
            >
              {say("move.add")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
