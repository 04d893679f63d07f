import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { recordAddress } from "../api/recordTypes.ts";
import { useCommand } from "../api/useCommand.ts";
import { usePagesOf } from "../api/usePagesOf.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import css from "./notices.module.css";

/** The notices, newest first; each leads to its record. Reading is said with one press, for all that were shown. */
export function NoticeList({ onFollow }: { readonly onFollow: () => void }) {
  const { t } = useTranslation("notices");
  const { distance } = useFormats();
  const pages = usePagesOf("notices.list", { limit: 20 });
  const read = useCommand("notices.read");
  const { items } = pages;
  const newest = items[0];
  const hasNew = items.some((notice) => !notice.isRead);
  return (
    <>
      <div className={css.head}>
        <h2>{t("title")}</h2>
        {hasNew && newest !== undefined ? (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={read.isRunning}
            onClick={() => void read.run({ until: newest.at })}
          >
            {t("markRead")}
          </Button>
        ) : null}
      </div>
      {pages.isPending ? (
        <LoadingState rows={3} height={36} />
      ) : pages.error && items.length === 0 ? (
        <FailureState compact error={pages.error} onRetry={() => void pages.refetch()} />
      ) : items.length === 0 ? (
        <EmptyState compact icon={IconBell} title={t("emptyTitle")} text={t("emptyText")} />
      ) : (
        <ul className={css.list}>
          {items.map((notice) => {
            const to = notice.record === null ? null : recordAddress(notice.record.type, notice.record.id);
            return (
              <li key={notice.id}>
                <Link to={to ?? "/inbox"} className={css.notice ?? ""} data-new={!notice.isRead} onClick={onFollow}>
                  <span className={css.text}>{notice.text}</span>
                  <span className={css.about}>
                    {[notice.record?.number, notice.record?.title, distance(notice.at)].filter(Boolean).join(" · ")}
                  </span>
                </Link>
              </li>
            );
          })}
          {pages.hasNextPage ? (
            <li className={css.more}>
              <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t("more")}
              </Button>
            </li>
          ) : null}
        </ul>
      )}
    </>
  );
}
