import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InboxItem } from "../api/shapes.ts";
import { Chip } from "../records/Chip.tsx";
import { batchActsOf } from "./batchActs.ts";
import { DueChip } from "./DueChip.tsx";
import { TaskTile } from "./TaskTile.tsx";
import css from "./InboxPage.module.css";

interface InboxListProps {
  readonly items: readonly InboxItem[];
  readonly openId: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly refusals: ReadonlyMap<string, string>;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

/** The lines of the inbox: what is to be done, on what, until when. Those that may be done together can be ticked. */
export function InboxList({ items, openId, chosen, refusals, onOpen, onChoose }: InboxListProps) {
  const { t } = useTranslation("inbox");
  return (
    <ul className={css.list}>
      {items.map((item) => {
        const about = item.record.number === null ? item.record.title : `${item.record.number} · ${item.record.title}`;
        const refusal = refusals.get(item.id);
        return (
          <li key={item.id} className={css.entry}>
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
              <span className={css.itemRecord}>{about}</span>
              <span className={css.chips}>
                <DueChip dueAt={item.dueAt} late={item.late} />
                {item.kind === "task" || item.kind === "approval" ? null : <Chip>{t(item.kind)}</Chip>}
                {item.round > 1 ? <Chip tone="warn">{t("round", { round: item.round })}</Chip> : null}
                {item.claimable ? <Chip tone="accent">{t("candidates")}</Chip> : null}
              </span>
              {refusal === undefined ? null : <span className={css.refusal}>{refusal}</span>}
            </button>
            {batchActsOf(item).length === 0 ? null : (
              <Checkbox
                className={css.tick ?? ""}
                aria-label={t("choose", { task: item.name, about })}
                checked={chosen.has(item.id)}
                onChange={(event) => onChoose(item.id, event.currentTarget.checked)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
