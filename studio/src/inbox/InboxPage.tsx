import { Button, SegmentedControl } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconClick, IconInbox } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePagesOf } from "../api/usePagesOf.ts";
import { isCovered } from "../shell/isCovered.ts";
import { Page } from "../shell/Page.tsx";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { BatchBar } from "./BatchBar.tsx";
import { InboxList } from "./InboxList.tsx";
import { OpenTask } from "./OpenTask.tsx";
import { useBatch } from "./useBatch.ts";
import css from "./InboxPage.module.css";

/** Everything that waits for the reader. Acting happens here, without leaving; news arrives by itself. */
export function InboxPage() {
  const { t } = useTranslation(["inbox", "lists"]);
  const search = useSearch({ from: "/inbox" });
  const navigate = useNavigate({ from: "/inbox" });
  const filter = search.filter ?? "all";
  const pages = usePagesOf("tasks.inbox", { filter, limit: 50 });
  const { items } = pages;
  const batch = useBatch();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = items.filter((item) => chosen.has(item.id));
  const choose = (id: string, isChosen: boolean): void =>
    setChosen((all) => new Set(isChosen ? [...all, id] : [...all].filter((it) => it !== id)));
  const openIndex = items.findIndex((item) => item.id === search.task);
  const show = (task: string | undefined): void =>
    void navigate({ search: { filter, ...(task === undefined ? {} : { task }) }, replace: true });
  const step = (by: 1 | -1): void => {
    const next = items[openIndex < 0 ? (by === 1 ? 0 : items.length - 1) : openIndex + by];
    if (next !== undefined) show(next.id);
  };
  useHotkeys([
    ["j", () => (isCovered() ? undefined : step(1))],
    ["k", () => (isCovered() ? undefined : step(-1))],
    ["Escape", () => (isCovered() ? undefined : show(undefined))],
  ]);
  /** After an act the next one in line comes up, so that a person can work through. */
  const next = (): void => show((items[openIndex + 1] ?? items[openIndex - 1])?.id);

  const nothing = (
    <EmptyState
      icon={IconInbox}
      title={t(filter === "candidates" ? "emptyClaim" : "emptyTitle")}
      text={t("emptyText")}
    />
  );
  return (
    <Page
      title={t("title")}
      beside={
        <SegmentedControl
          aria-label={t("filterLabel")}
          value={filter}
          onChange={(value) => void navigate({ search: { filter: value as typeof filter }, replace: true })}
          data={[
            { value: "all", label: t("all") },
            { value: "mine", label: t("mine") },
            { value: "candidates", label: t("candidates") },
          ]}
        />
      }
    >
      {pages.isPending ? (
        <LoadingState rows={5} height={64} />
      ) : pages.error && items.length === 0 ? (
        <FailureState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : items.length === 0 && search.task === undefined ? (
        nothing
      ) : (
        <div className={css.panes} data-showing={search.task === undefined ? "list" : "detail"}>
          <section className={css.listPane} aria-label={t("title")} tabIndex={-1}>
            {picked.length === 0 ? null : (
              <BatchBar chosen={picked} batch={batch} onChoose={(ids) => setChosen(new Set(ids))} />
            )}
            {items.length === 0 ? (
              nothing
            ) : (
              <InboxList
                items={items}
                openId={search.task}
                chosen={chosen}
                refusals={batch.refusals}
                onOpen={show}
                onChoose={choose}
              />
            )}
            {pages.hasNextPage ? (
              <div className={css.more}>
                <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {t("lists:loadingMore")}
                </Button>
              </div>
            ) : null}
          </section>
          <section className={css.detailPane} aria-label={t("task")}>
            {search.task === undefined ? (
              <EmptyState icon={IconClick} title={t("pickTitle")} text={t("pickText")} />
            ) : (
              <OpenTask key={search.task} id={search.task} onBack={() => show(undefined)} onActed={next} />
            )}
          </section>
        </div>
      )}
    </Page>
  );
}
