import { Button, TextInput } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { IconFileImport, IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Page } from "../shell/Page.tsx";
import { useSession } from "../signIn/useSession.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { ImportDialog } from "./interchange/ImportDialog.tsx";
import { NewProcessDialog } from "./newProcess/NewProcessDialog.tsx";
import { ProcessTable } from "./ProcessTable.tsx";
import css from "./processes.module.css";

/** Every process by record type, and the ways to begin another: blank, as a copy, from a file. */
export function ProcessesPage() {
  const { t } = useTranslation(["processes", "interchange"]);
  const { local } = useLanguage();
  const processes = useQueryOf("processes.list", undefined, { refetchEveryMs: 30_000 });
  const canDesign = useSession().data?.canDesign ?? false;
  const schemas = useRecordSchemas();
  const [words, setWords] = useState("");
  const [begun, begin] = useState<{ readonly from: ProcessDefinition | null } | null>(null);
  const [isImporting, setImporting] = useState(false);
  const recordLabel = (type: string) => local(schemas.byType(type)?.label) || type;
  const all = processes.data ?? [];
  const rows = all
    .filter((row) =>
      `${local(row.name)} ${row.key} ${recordLabel(row.recordType)}`.toLowerCase().includes(words.trim().toLowerCase()),
    )
    .sort(
      (one, other) =>
        recordLabel(one.recordType).localeCompare(recordLabel(other.recordType)) || one.key.localeCompare(other.key),
    );
  const create = (
    <Button leftSection={<IconPlus size={15} stroke={1.9} />} onClick={() => begin({ from: null })}>
      {t("create.open")}
    </Button>
  );
  return (
    <Page
      title={t("title")}
      beside={<p className={css.intro}>{t("intro")}</p>}
      acts={
        <>
          <TextInput
            className={css.search ?? ""}
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<IconSearch size={15} stroke={1.7} />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {canDesign && (
            <>
              <Button
                variant="default"
                leftSection={<IconFileImport size={15} stroke={1.7} />}
                onClick={() => setImporting(true)}
              >
                {t("interchange:open")}
              </Button>
              {create}
            </>
          )}
        </>
      }
    >
      {processes.error && !processes.data ? (
        <FailureState error={processes.error} onRetry={() => void processes.refetch()} />
      ) : processes.isLoading ? (
        <LoadingState />
      ) : all.length === 0 ? (
        <EmptyState title={t("empty")} action={canDesign ? create : undefined} />
      ) : rows.length === 0 ? (
        <EmptyState
          title={t("emptySearch")}
          icon={IconSearch}
          action={
            <Button variant="default" onClick={() => setWords("")}>
              {t("clearSearch")}
            </Button>
          }
        />
      ) : (
        <ProcessTable
          rows={rows}
          recordLabel={recordLabel}
          canDesign={canDesign}
          onCopy={(definition) => begin({ from: definition })}
        />
      )}
      {isImporting && (
        <ImportDialog
          onRead={(definition) => {
            setImporting(false);
            begin({ from: definition });
          }}
          onClose={() => setImporting(false)}
        />
      )}
      {begun && (
        <NewProcessDialog from={begun.from} takenKeys={all.map(({ key }) => key)} onClose={() => begin(null)} />
      )}
    </Page>
  );
}
