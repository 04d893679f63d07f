import { Table, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import css from "./processes.module.css";

/** Every process by record type: what state it is in, what runs and is late, who changed it last. */
export function ProcessesPage() {
  const { t } = useTranslation("processes");
  const { local } = useLanguage();
  const { instant } = useFormats();
  const processes = useQueryOf("processes.list", undefined, { refetchEveryMs: 30_000 });
  const schemas = useRecordSchemas();
  const [words, setWords] = useState("");
  const recordLabel = (type: string) => local(schemas.byType(type)?.label) || type;
  const rows = (processes.data ?? [])
    .filter((row) =>
      `${local(row.name)} ${row.key} ${recordLabel(row.recordType)}`.toLowerCase().includes(words.trim().toLowerCase()),
    )
    .sort(
      (one, other) =>
        recordLabel(one.recordType).localeCompare(recordLabel(other.recordType)) || one.key.localeCompare(other.key),
    );
  const stateOf = (row: (typeof rows)[number]) =>
    row.publishedVersion === null ? "draft" : row.draftRev === null ? "published" : "changed";
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{t("title")}</h1>
          <p>{t("intro")}</p>
        </div>
        <TextInput
          aria-label={t("search")}
          placeholder={t("search")}
          leftSection={<IconSearch size={15} stroke={1.7} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </header>
      {processes.error && !processes.data ? (
        <FailureState error={processes.error} onRetry={() => void processes.refetch()} />
      ) : processes.isLoading ? (
        <LoadingState />
      ) : rows.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <div className={css.card}>
          <Table highlightOnHover verticalSpacing={9} horizontalSpacing={14}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("table.name")}</Table.Th>
                <Table.Th>{t("table.record")}</Table.Th>
                <Table.Th>{t("table.state")}</Table.Th>
                <Table.Th className={css.number ?? ""}>{t("table.version")}</Table.Th>
                <Table.Th className={css.number ?? ""}>{t("table.running")}</Table.Th>
                <Table.Th className={css.number ?? ""}>{t("table.late")}</Table.Th>
                <Table.Th>{t("table.changed")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const state = stateOf(row);
                return (
                  <Table.Tr key={row.key} data-process={row.key}>
                    <Table.Td>
                      <Link className={css.name ?? ""} to="/studio/processes/$key" params={{ key: row.key }}>
                        {local(row.name) || row.key}
                      </Link>
                    </Table.Td>
                    <Table.Td>{recordLabel(row.recordType)}</Table.Td>
                    <Table.Td>
                      <span className={css.state} data-state={state}>
                        {t(`state.${state}`)}
                      </span>
                    </Table.Td>
                    <Table.Td className={css.number ?? ""}>
                      {row.publishedVersion === null ? "–" : `v${row.publishedVersion}`}
                    </Table.Td>
                    <Table.Td className={css.number ?? ""}>{row.running}</Table.Td>
                    <Table.Td className={css.number ?? ""} data-late={row.late > 0}>
                      {row.late}
                    </Table.Td>
                    <Table.Td className={css.changed ?? ""}>
                      {row.changedAt === null
                        ? "–"
                        : row.changedBy === null
                          ? instant(row.changedAt)
                          : t("table.by", { when: instant(row.changedAt), who: row.changedBy })}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}
