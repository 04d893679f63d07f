import { IconInbox } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import css from "./states.module.css";

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly tone?: "plain" | "error";
  readonly action?: ReactNode;
  readonly compact?: boolean;
  /** Whether it is all that the page shows: its title is the page's then. */
  readonly isPage?: boolean;
}

/** Says what stands here when there is nothing to show, and what to do about it. */
export function EmptyState({
  title,
  text,
  icon: Icon = IconInbox,
  tone = "plain",
  action,
  compact = false,
  isPage = false,
}: EmptyStateProps) {
  const Title = isPage ? "h1" : "h2";
  return (
    <div className={compact ? `${css.state} ${css.compact}` : css.state}>
      <div className={css.tile} data-tone={tone} aria-hidden="true">
        <Icon size={20} stroke={1.7} />
      </div>
      <Title className={css.title}>{title}</Title>
      {text === undefined ? null : <div className={css.text}>{text}</div>}
      {action === undefined ? null : <div className={css.action}>{action}</div>}
    </div>
  );
}
