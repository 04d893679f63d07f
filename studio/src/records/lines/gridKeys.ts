import type { KeyboardEvent } from "react";

/** Moves the focus to the same column of another row; false when there is no such row. */
const focusCell = (grid: Element, row: number, column: string): boolean => {
  const target = grid.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-row="${row}"][data-column="${CSS.escape(column)}"] :is(input, textarea:not([aria-hidden]))`,
  );
  if (target === null) return false;
  target.focus();
  target.select();
  return true;
};

interface GridActs {
  readonly onBeyondLast: () => void;
  readonly onRemove: (row: number) => void;
}

/** Enter and ↓ go to the next line (a new one behind the last), ↑ to the one above, Alt+Delete removes. */
export const handleGridKey = (event: KeyboardEvent<HTMLElement>, { onBeyondLast, onRemove }: GridActs): void => {
  const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  if (cell === null || event.defaultPrevented || event.nativeEvent.isComposing) return;
  const row = Number(cell.dataset.row);
  const column = cell.dataset.column ?? "";
  const grid = event.currentTarget;
  // An open list of choices keeps its own arrows and Enter.
  const isChoosing = (event.target as HTMLElement).getAttribute("aria-expanded") === "true";
  if (isChoosing) return;
  if (event.key === "Enter" || event.key === "ArrowDown") {
    event.preventDefault();
    if (focusCell(grid, row + 1, column) || event.key === "ArrowDown") return;
    onBeyondLast();
    requestAnimationFrame(() => focusCell(grid, row + 1, column));
  } else if (event.key === "ArrowUp") {
    event.preventDefault();
    focusCell(grid, row - 1, column);
  } else if (event.key === "Delete" && event.altKey) {
    event.preventDefault();
    onRemove(row);
    requestAnimationFrame(() => focusCell(grid, Math.max(0, row - 1), column));
  }
};
