import type { ReactNode } from "react";
import css from "./Chip.module.css";

interface ChipProps {
  readonly tone?: "plain" | "accent" | "ok" | "warn" | "error" | "approval";
  readonly children: ReactNode;
  readonly title?: string;
}

/** A word about a state. Colour only underlines what the word says. */
export function Chip({ tone = "plain", children, title }: ChipProps) {
  return (
    <span className={css.chip} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
