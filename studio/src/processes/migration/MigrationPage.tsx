import { Group, Select } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ProcessAnswer } from "../../api/shapes.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { CatalogueProvider } from "../../canvas/sayings/catalogue.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { MigrationSearch } from "../../routes/searchParams.ts";
import { Page } from "../../shell/Page.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { FailureState } from "../../states/FailureState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { useCatalogueOf } from "../useCatalogueOf.ts";
import { MeantCases, type MeantFilter } from "./MeantCases.tsx";
import { MigrationPlan } from "./MigrationPlan.tsx";
import { MigrationProgress } from "./MigrationProgress.tsx";
import { PastMigrations } from "./PastMigrations.tsx";
import css from "./migration.module.css";

/** Running cases of one process that go over to another version: planned, judged, begun, followed, taken back. */
export function MigrationPage() {
  const { t } = useTranslation("migration");
  const { local } = useLanguage();
  const { key } = useParams({ from: "/studio/processes/$key/migrate" });
  const search = useSearch({ from: "/studio/processes/$key/migrate" });
  const navigate = useNavigate();
  const process = useQueryOf("processes.get", { key });
  const catalogue = useCatalogueOf(process.data?.definition.recordType ?? "");
  const go = (to: MigrationSearch) =>
    void navigate({ to: "/studio/processes/$key/migrate", params: { key }, search: to, replace: true });
  if (process.error && !process.data)
    return <FailureState isPage error={process.error} onRetry={() => void process.refetch()} />;
  if (!process.data) return <LoadingState />;
  return (
    <CatalogueProvider value={catalogue}>
      <Page
        title={t("title")}
        beside={
          <Link to="/studio/processes/$key" params={{ key }} search={{ tab: "versions" }}>
            {local(process.data.definition.name)} · {t("back")}
          </Link>
        }
      >
        <div className={css.body}>
          {search.id === undefined ? (
            <Plan process={process.data} search={search} onGo={go} />
          ) : (
            <MigrationProgress
              key={search.id}
              id={search.id}
              definition={process.data.definition}
              onAnother={() => go({})}
            />
          )}
          <PastMigrations process={key} shown={search.id} />
        </div>
      </Page>
    </CatalogueProvider>
  );
}

interface PlanProps {
  readonly process: ProcessAnswer;
  readonly search: MigrationSearch;
  readonly onGo: (search: MigrationSearch) => void;
}

/** From which version to which, and what is said of the two once they are there. */
function Plan({ process, search, onGo }: PlanProps): ReactNode {
  const { t } = useTranslation("migration");
  const { versions, publishedVersion, definition } = process;
  const to = search.to ?? publishedVersion;
  const others = versions.filter(({ version, running }) => version !== to && running > 0);
  const from = search.from ?? others[0]?.version;
  const { from: _from, to: _to, id: _id, case: only, ...rest } = search;
  const filter: MeantFilter = only === undefined ? rest : { ...rest, caseIds: [only] };
  const still = only === undefined ? rest : { ...rest, case: only };
  if (to === null || from === undefined) return <EmptyState title={t("nobody")} text={t("nobodyText")} />;
  return (
    <>
      <Group gap={16} align="flex-end">
        <Select
          label={t("from")}
          data={versions
            .filter(({ version, running }) => version !== to && (running > 0 || version === from))
            .map(({ version, running }) => ({
              value: String(version),
              label: t("versionWith", { version, count: running }),
            }))}
          allowDeselect={false}
          value={String(from)}
          onChange={(value) => onGo({ ...still, from: Number(value), to })}
        />
        <Select
          label={t("to")}
          data={versions
            .filter(({ version }) => version !== from)
            .map(({ version }) => ({ value: String(version), label: t("version", { version }) }))}
          allowDeselect={false}
          value={String(to)}
          onChange={(value) => onGo({ ...still, from, to: Number(value) })}
        />
      </Group>
      <Between
        key={JSON.stringify([from, to, filter])}
        process={definition.key}
        from={from}
        to={to}
        filter={filter}
        onAll={() => onGo({ from, to })}
        onStarted={(id) => onGo({ id })}
      />
    </>
  );
}

interface BetweenProps {
  readonly process: string;
  readonly from: number;
  readonly to: number;
  readonly filter: MeantFilter;
  /** Means all cases, instead of those of the filter. */
  readonly onAll: () => void;
  readonly onStarted: (id: string) => void;
}

function Between({ process, from, to, filter, onAll, onStarted }: BetweenProps): ReactNode {
  const before = useQueryOf("processes.version", { key: process, version: from });
  const after = useQueryOf("processes.version", { key: process, version: to });
  const proposal = useQueryOf("migrations.propose", { process, from, to });
  const error = before.error ?? after.error ?? proposal.error;
  if (error) {
    const retry = () => void Promise.all([before.refetch(), after.refetch(), proposal.refetch()]);
    return <FailureState error={error} onRetry={retry} />;
  }
  if (!before.data || !after.data || !proposal.data) return <LoadingState />;
  const definition = before.data.definition as ProcessDefinition;
  return (
    <>
      <MeantCases definition={definition} filter={filter} onAll={onAll} />
      <MigrationPlan
        process={process}
        from={from}
        to={to}
        filter={filter}
        before={definition}
        after={after.data.definition as ProcessDefinition}
        proposal={proposal.data}
        onStarted={onStarted}
      />
    </>
  );
}
