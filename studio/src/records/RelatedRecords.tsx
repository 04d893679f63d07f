import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { recordTypeOf, slugOf } from "../api/recordTypes.ts";
import type { Collection } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { useMay } from "../signIn/useMay.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import { Card } from "./Card.tsx";
import { StageChip } from "./StageChip.tsx";
import css from "./RelatedRecords.module.css";

interface RelatedRecordsProps {
  readonly collection: Collection;
  readonly filter: Readonly<Record<string, string>>;
  readonly title: string;
  readonly addLabel?: string;
  readonly addSearch?: { readonly customer?: string; readonly quote?: string };
  readonly hideEmpty?: boolean;
}

/** The records that point here, newest first. */
export function RelatedRecords({
  collection,
  filter,
  title,
  addLabel,
  addSearch,
  hideEmpty = false,
}: RelatedRecordsProps) {
  const { t } = useTranslation("records");
  const { money } = useFormats();
  const may = useMay();
  const list = useQueryOf(`${collection}.list`, { limit: 20, filter: { ...filter } });
  const items = list.data?.items ?? [];
  if (hideEmpty && items.length === 0) return null;
  return (
    <Card
      title={title}
      beside={
        addLabel === undefined || !may("create", recordTypeOf(collection)) ? null : (
          <LinkButton
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconPlus size={14} />}
            to="/$collection/new"
            params={{ collection: slugOf(collection) }}
            search={addSearch ?? {}}
          >
            {addLabel}
          </LinkButton>
        )
      }
    >
      {list.isPending ? (
        <LoadingState rows={2} height={18} />
      ) : list.error && list.data === undefined ? (
        <FailureState compact error={list.error} onRetry={() => void list.refetch()} />
      ) : items.length === 0 ? (
        <p className={css.none}>{t("noneYet")}</p>
      ) : (
        <ul className={css.list}>
          {items.map((row) => (
            <li key={row.id}>
              <Link
                to="/$collection/$id"
                params={{ collection: slugOf(collection), id: row.id }}
                className={css.link ?? ""}
              >
                <span className={css.title}>
                  {row.title}
                  {typeof row.fields.title === "string" && row.type === "contact" ? (
                    <span className={css.more}>{row.fields.title}</span>
                  ) : null}
                </span>
                <StageChip recordType={row.type} stage={row.stage} />
                {row.type === "contact" && typeof row.fields.phone === "string" ? (
                  <span className={`${css.end} num`}>{row.fields.phone}</span>
                ) : null}
                {typeof row.fields.total === "string" && typeof row.fields.currency === "string" ? (
                  <span className={`${css.end} num`}>{money(row.fields.total, row.fields.currency)}</span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
