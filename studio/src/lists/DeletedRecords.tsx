import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { slugOf } from "../api/recordTypes.ts";
import type { Collection } from "../api/shapes.ts";
import type { OutputOf } from "../api/surface.ts";
import { useCommand } from "../api/useCommand.ts";
import { usePagesOf } from "../api/usePagesOf.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import { useFormats } from "../text/useFormats.ts";
import css from "./DeletedRecords.module.css";

type Deleted = OutputOf<"customers.deleted">["items"][number];

/** What was deleted, newest first, as far as the reader may bring it back; each comes back at a press, and opens. */
export function DeletedRecords({ collection, q }: { readonly collection: Collection; readonly q: string | undefined }) {
  const { t } = useTranslation("lists");
  const pages = usePagesOf(`${collection}.deleted`, { limit: 50, ...(q === undefined ? {} : { q }) });
  if (pages.error && pages.items.length === 0)
    return <FailureState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <LoadingState rows={8} height={22} />;
  if (pages.items.length === 0)
    return (
      <EmptyState
        icon={IconTrash}
        title={t(q === undefined ? "noneDeleted" : "noMatchTitle")}
        text={t("noneDeletedText")}
      />
    );
  return (
    <div className={css.frame}>
      <ul className={css.list}>
        {pages.items.map((row) => (
          <DeletedRow key={row.id} collection={collection} row={row} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("showMore")}
        </Button>
      ) : null}
    </div>
  );
}

function DeletedRow({ collection, row }: { readonly collection: Collection; readonly row: Deleted }) {
  const { t } = useTranslation(["lists", "records"]);
  const { instant } = useFormats();
  const navigate = useNavigate();
  const command = useCommand(`${collection}.restore`);
  const name = row.title || row.number || "–";
  const restore = async (): Promise<void> => {
    const done = await command.run({ id: row.id, version: row.version });
    if (done === null) return;
    notifications.show({ message: t("records:restored", { name }) });
    await navigate({ to: "/$collection/$id", params: { collection: slugOf(collection), id: row.id } });
  };
  return (
    <li className={css.row}>
      <div className={css.what}>
        <b>{name}</b>
        <span className={css.quiet}>
          {row.number === null || row.number === name ? "" : `${row.number} · `}
          {row.deletedBy === null
            ? t("deletedAt", { when: instant(row.deletedAt) })
            : t("deletedBy", { name: row.deletedBy.name, when: instant(row.deletedAt) })}
        </span>
        <ProblemList problems={command.problems} />
      </div>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={15} />}
        aria-label={t("restoreOne", { name })}
        loading={command.isRunning}
        onClick={() => void restore()}
      >
        {t("restore")}
      </Button>
    </li>
  );
}
