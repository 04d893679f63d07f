import { Button } from "@mantine/core";
import type { Move } from "@sluice/process";
import { IconChevronRight, IconPlus } from "@tabler/icons-react";
import { addMove } from "../../model/addMove.ts";
import { findNode } from "../../model/elements.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../../store/canvasContext.ts";
import { useElementId } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import css from "../inspector.module.css";

/** The ways out of a stage; each opens its own settings. */
export function MovesField({ value }: SchemaFieldProps) {
  const sayings = useSayings();
  const store = useCanvasStore();
  const stage = useElementId();
  const definition = useCanvas((state) => state.definition);
  const moves = Array.isArray(value) ? (value as Move[]) : [];
  const target = (move: Move) => textIn(sayings, findNode(definition, move.to)?.name) || move.to;
  return (
    <div role="group" aria-label={sayings.say("section.moves")}>
      {moves.length === 0 && <p className={css.empty}>{sayings.say("move.none")}</p>}
      {moves.map((move) => (
        <button key={move.id} type="button" className={css.item} onClick={() => store.getState().select([move.id])}>
          <b>{textIn(sayings, move.name) || sayings.say("move.unnamed")}</b>
          <small>→ {target(move)}</small>
          <IconChevronRight size={14} stroke={1.7} aria-hidden />
        </button>
      ))}
      <Button
        mt={6}
        variant="default"
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        onClick={() => store.getState().apply(addMove({ stage }))}
      >
        {sayings.say("move.add")}
      </Button>
    </div>
  );
}
