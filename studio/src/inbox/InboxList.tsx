import { useTranslation } from "react-i18next";
import type { InboxItem } from "../api/shapes.ts";
import { Chip } from "../records/Chip.tsx";
import { DueChip } from "./DueChip.tsx";
import { TaskTile } from "./TaskTile.tsx";
import css from "./InboxPage.module.css";

interface InboxListProps {
  readonly items: readonly InboxItem[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The lines of the inbox: what is to be done, on what, until when. */
export function InboxList({ items, openId, onOpen }: InboxListProps) {
  const { t } = useTranslation("inbox");
  return (
    <ul className={css.list}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className={css.item}
            data-task={item.id}
            aria-current={item.id === openId}
            onClick={() => onOpen(item.id)}
          >
            <span className={css.itemTop}>
              <TaskTile kind={item.kind} />
              <span className={css.itemName}>{item.name}</span>
            </span>
            <span className={css.itemRecord}>
              {item.record.number === null ? item.record.title : `${item.record.number} · ${item.record.title}`}
            </span>
            <span className={css.chips}>
              <DueChip dueAt={item.dueAt} late={item.late} />
              {item.kind === "task" || item.kind === "approval" ? null : <Chip>{t(item.kind)}</Chip>}
              {item.round > 1 ? <Chip tone="warn">{t("round", { round: item.round })}</Chip> : null}
              {item.claimable ? <Chip tone="accent">{t("candidates")}</Chip> : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
