import type { ProcessDefinition } from "@sluice/process";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { checkDefinition } from "../api/checkDefinition.ts";
import { client } from "../api/client.ts";
import { problemsOf } from "../api/problemsOf.ts";
import { proveDefinition } from "../api/proveDefinition.ts";
import { sendCommand } from "../api/sendCommand.ts";
import type { ProcessAnswer } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { CatalogueProvider } from "../canvas/sayings/catalogue.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useSession } from "../signIn/useSession.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { theStoriesDesk } from "../testRun/stories/theStoriesDesk.ts";
import { ProcessStudio } from "./ProcessStudio.tsx";
import type { Tab } from "./StudioHeader.tsx";
import type { Standing, StudioPorts } from "./studioPorts.ts";
import { useCatalogueOf } from "./useCatalogueOf.ts";

const standingOf = ({ definition, rev, base, turn, publishedVersion }: ProcessAnswer): Standing => ({
  definition,
  ground: { turn, rev, base },
  publishedVersion,
});

/** One process in the studio, as the address names it. */
export function ProcessPage() {
  const { key } = useParams({ from: "/studio/processes/$key" });
  const search = useSearch({ from: "/studio/processes/$key" });
  const navigate = useNavigate();
  const { language } = useLanguage();
  const session = useSession();
  const process = useQueryOf("processes.get", { key });
  const { refetch } = process;
  const live = useQueryOf("processes.live", { key }, { refetchEveryMs: 30_000 });
  const { all: schemas } = useRecordSchemas();
  const catalogue = useCatalogueOf(process.data?.definition.recordType ?? "");
  const ports = useMemo((): StudioPorts => {
    const latest = async (): Promise<Standing> => {
      const { data } = await refetch({ throwOnError: true });
      if (!data) throw new Error("no answer");
      return standingOf(data);
    };
    return {
      save: (definition, { rev, base }) => sendCommand("processes.saveDraft", { key, rev, base, definition }),
      create: async (definition) => {
        await sendCommand("processes.saveDraft", { key: definition.key, rev: 0, base: 0, definition });
      },
      publish: async ({ rev, base }, note) => {
        const why = note.trim();
        const said = why === "" ? {} : { note: why };
        const { version } = await sendCommand("processes.publish", { key, rev, base, ...said });
        return { version, now: await latest() };
      },
      discard: async ({ rev, base }) => {
        await sendCommand("processes.discardDraft", { key, rev, base });
        return latest();
      },
      latest,
      check: (definition, signal) => checkDefinition(definition, signal),
      prove: (definition, signal) => proveDefinition(definition, signal),
      play: async (definition) => {
        if (schemas.length === 0 || (definition.stories ?? []).length === 0) return [];
        const played = await theStoriesDesk.play({ definition, schemas });
        return played === "stopped" ? [] : (played?.findings ?? []);
      },
      version: async (version) =>
        ((await client.query("processes.version", { key, version })) as { definition: ProcessDefinition }).definition,
      problems: (error) => problemsOf(error, language),
    };
  }, [key, language, refetch, schemas]);
  const onTab = useCallback(
    (tab: Tab) =>
      void navigate({
        to: "/studio/processes/$key",
        params: { key },
        search: (before) => ({ ...before, tab }),
        replace: true,
      }),
    [navigate, key],
  );
  if (process.error && !process.data)
    return <FailureState isPage error={process.error} onRetry={() => void refetch()} />;
  if (!process.data || session.data === undefined) return <LoadingState />;
  const { versions, rollbacks } = process.data;
  return (
    <CatalogueProvider value={catalogue}>
      <ProcessStudio
        key={key}
        standing={standingOf(process.data)}
        versions={versions}
        rollbacks={rollbacks}
        live={{ counts: live.data ?? null, failure: live.error, retry: () => void live.refetch() }}
        canDesign={session.data?.canDesign ?? false}
        ports={ports}
        tab={search.tab ?? "design"}
        onTab={onTab}
        node={search.node}
        caseId={search.case}
        onAllCases={() =>
          void navigate({ to: "/studio/processes/$key", params: { key }, search: { tab: "live" }, replace: true })
        }
      />
    </CatalogueProvider>
  );
}
