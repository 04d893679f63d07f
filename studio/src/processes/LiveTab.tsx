import type { ProcessDefinition } from "@sluice/process";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import type { LiveCount } from "../canvas/store/live.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { CaseOnCanvas } from "./CaseOnCanvas.tsx";
import { liveInput, useLiveView } from "./liveView.ts";
import { LiveView } from "./LiveView.tsx";
import type { usePublishedDefinition } from "./usePublishedDefinition.ts";

/** What is counted of the cases that run: null until it is known, with what came in between. */
export interface LiveCounts {
  readonly counts: readonly LiveCount[] | null;
  readonly failure: unknown;
  readonly retry: () => void;
}

interface LiveTabProps {
  readonly live: LiveCounts;
  readonly publishedVersion: number | null;
  readonly published: ReturnType<typeof usePublishedDefinition>;
  /** The case whose way is shown, instead of all. */
  readonly caseId: string | undefined;
  readonly onAllCases: () => void;
}

/** The cases that are looked at, as their reader filters them and as of when; what came before stays until it is known. */
function LiveNow({
  definition,
  counts,
}: {
  readonly definition: ProcessDefinition;
  readonly counts: readonly LiveCount[];
}) {
  const view = useLiveView(definition.key);
  const isPlain = view.at === null && !view.isFiltered;
  const asked = useQueryOf("processes.live", liveInput(definition.key, view), {
    enabled: !isPlain,
    keepPrevious: true,
    refetchEveryMs: view.at === null ? 30_000 : false,
  });
  const shown = isPlain ? counts : (asked.data ?? counts);
  return (
    <>
      {asked.error && asked.data === undefined ? (
        <FailureState compact error={asked.error} onRetry={() => void asked.refetch()} />
      ) : null}
      <LiveView definition={definition} counts={shown} view={view} />
    </>
  );
}

/** What runs now, or the way of one case; never counts that are not known. */
export function LiveTab({ live, publishedVersion, published, caseId, onAllCases }: LiveTabProps): ReactNode {
  const { t } = useTranslation(["processes", "canvas"]);
  if (caseId !== undefined) return <CaseOnCanvas id={caseId} onAll={onAllCases} />;
  if (publishedVersion === null)
    return <EmptyState title={t("header.notPublished")} text={t("canvas:live.unpublished")} />;
  if (published.definition !== null && live.counts !== null)
    return <LiveNow key={published.definition.key} definition={published.definition} counts={live.counts} />;
  if (published.failure !== null) return <FailureState error={published.failure} onRetry={published.retry} />;
  if (live.counts === null && live.failure !== null) return <FailureState error={live.failure} onRetry={live.retry} />;
  return <LoadingState />;
}
