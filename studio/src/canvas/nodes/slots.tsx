import type { Icon } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext } from "react";
import { clsx } from "./clsx.ts";
import css from "./slots.module.css";

export type Hue = "task" | "approval" | "guard" | "decision" | "timer" | "action" | "subprocess" | "stage" | "start";

/** The square with the kind's icon: the only place a step's colour lives. Round for what waits. */
export function Tile({
  icon: Glyph,
  hue,
  round = false,
  small = false,
}: {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly round?: boolean;
  readonly small?: boolean;
}) {
  return (
    <span className={clsx(css.tile, round && css.round, small && css.small)} data-hue={hue} aria-hidden>
      <Glyph size={small ? 14 : 17} stroke={1.6} />
    </span>
  );
}

interface CardProps {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly title: string;
  readonly children?: ReactNode;
  readonly look?: "guard" | "subprocess";
  readonly round?: boolean;
}

/** Work: a card with tile, title and one plain second line. */
export function Card({ icon, hue, title, children, look, round = false }: CardProps) {
  return (
    <div className={clsx(css.card, look === "guard" && css.guard, look === "subprocess" && css.subprocess)} data-face>
      <Tile icon={icon} hue={hue} round={round} />
      <div className={css.texts}>
        <div className={css.title}>{title}</div>
        {children}
      </div>
    </div>
  );
}

/** What a step says instead of its settings: how long it takes, in live view. */
const LiveLineContext = createContext<string | null>(null);
export const LiveLineProvider = LiveLineContext.Provider;

export function SecondLine({ children }: { readonly children: ReactNode }) {
  const live = useContext(LiveLineContext);
  return (
    <div className={css.second} data-second>
      {live ?? children}
    </div>
  );
}

/** People in the order they are asked; `between` says how: one after another, or together. */
export function Chips({ labels, between }: { readonly labels: readonly string[]; readonly between: "then" | "and" }) {
  const shown = labels.slice(0, 2);
  const live = useContext(LiveLineContext);
  if (live !== null) return <SecondLine>{live}</SecondLine>;
  return (
    <div className={css.chips} data-second>
      {shown.map((label, index) => (
        <span key={`${label}${index}`} className={css.chipWithSign}>
          {index > 0 && <span className={css.sign}>{between === "then" ? "›" : "+"}</span>}
          <span className={css.chip} data-hue="approval">
            {label}
          </span>
        </span>
      ))}
      {labels.length > shown.length && <span className={css.sign}>+{labels.length - shown.length}</span>}
    </div>
  );
}

/** Routing: a small diamond with its name below. */
export function Diamond({ icon: Glyph, title }: { readonly icon: Icon; readonly title: string }) {
  return (
    <div className={css.diamond} data-face>
      <Glyph size={17} stroke={1.6} />
      <span className={css.below}>{title}</span>
    </div>
  );
}

/** Where a path begins or ends. */
export function Pill({
  icon: Glyph,
  title,
  tone,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly tone: "start" | "done" | "won" | "lost" | "void";
}) {
  return (
    <div className={css.pill} data-face>
      <span className={css.dot} data-tone={tone}>
        <Glyph size={12} stroke={2.4} />
      </span>
      <span className={css.pillTitle}>{title}</span>
    </div>
  );
}
