import { IconArrowRight } from "@tabler/icons-react";
import { clsx } from "../nodes/clsx.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import css from "./ways.module.css";

interface LeadsAwayProps {
  /** The wire or move. */
  readonly element: string;
  readonly label: string;
  readonly to: string;
}

/** A wire or move that leads out of the row: when it is taken, and where to. */
export function LeadsAway({ element, label, to }: LeadsAwayProps) {
  const store = useCanvasStore();
  const isChosen = useCanvas(({ selection }) => selection.includes(element));
  return (
    <button
      type="button"
      className={clsx(css.away)}
      aria-pressed={isChosen}
      data-chosen={isChosen || undefined}
      onClick={() => store.getState().select([element])}
    >
      {label}
      <IconArrowRight size={13} stroke={1.7} aria-hidden />
      {to}
    </button>
  );
}
