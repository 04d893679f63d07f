import { IconPlus } from "@tabler/icons-react";
import { clsx } from "../nodes/clsx.ts";
import { useCanvasStore } from "../store/canvasContext.ts";
import type { QuickAdd } from "../store/canvasStore.ts";
import css from "./ways.module.css";

interface AddHereProps {
  readonly target: Omit<QuickAdd, "screen">;
  readonly label: string;
  /** Says what it adds beside the +. */
  readonly isWide?: boolean;
}

/** The + of the tree: opens the palette where it stands. */
export function AddHere({ target, label, isWide = false }: AddHereProps) {
  const store = useCanvasStore();
  return (
    <span className={css.add}>
      <button
        type="button"
        className={clsx(isWide && css.wide)}
        aria-label={label}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          store.getState().set({ quickAdd: { ...target, screen: { x: left, y: bottom + 4 } } });
        }}
      >
        <IconPlus size={13} stroke={2} aria-hidden />
        {isWide && label}
      </button>
    </span>
  );
}
