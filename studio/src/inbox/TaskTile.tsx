import { IconChecklist, IconCopy, IconMessageQuestion, IconPencil, IconRubberStamp } from "@tabler/icons-react";
import type { InboxItem } from "../api/shapes.ts";
import css from "./InboxPage.module.css";

const icons = {
  task: IconChecklist,
  approval: IconRubberStamp,
  copy: IconCopy,
  consult: IconMessageQuestion,
  revise: IconPencil,
} as const;

/** The kind of a task as a tile; colour lives only here. */
export function TaskTile({ kind }: { readonly kind: InboxItem["kind"] }) {
  const Icon = icons[kind];
  return (
    <span className={css.tile} data-kind={kind} aria-hidden="true">
      <Icon size={15} stroke={1.7} />
    </span>
  );
}
