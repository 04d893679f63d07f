import { ActionIcon } from "@mantine/core";
import type { Node } from "@sluice/process";
import { IconTrash } from "@tabler/icons-react";
import type { Edit } from "../model/edited.ts";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { nodeSentences } from "../sentences/nodeSentences.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { ProblemBadge } from "../view/ProblemBadge.tsx";
import css from "./treeCard.module.css";

interface TreeCardProps {
  readonly node: Node;
  readonly remove?: { readonly label: string; readonly edit: Edit };
}

/** A step as a card: its kind, its name, and its first sentence. */
export function TreeCard({ node, remove }: TreeCardProps) {
  const sayings = useSayings();
  const store = useCanvasStore();
  const isChosen = useCanvas(({ selection }) => selection.includes(node.id));
  const look = looks[node.kind];
  return (
    <div className={css.card} data-tree-step={node.id} data-chosen={isChosen || undefined}>
      <button
        type="button"
        className={css.face}
        aria-pressed={isChosen}
        onClick={() => store.getState().select([node.id])}
      >
        <Tile icon={look.icon} hue={look.hue} round={look.round ?? false} />
        <span className={css.words}>
          <b>{textIn(sayings, node.name) || node.id}</b>
          <small>{nodeSentences(sayings, node)[0]}</small>
        </span>
      </button>
      {remove && (
        <ActionIcon
          className={css.remove ?? ""}
          size={22}
          aria-label={remove.label}
          onClick={() => void store.getState().apply(remove.edit)}
        >
          <IconTrash size={14} stroke={1.6} />
        </ActionIcon>
      )}
      <ProblemBadge id={node.id} />
    </div>
  );
}
