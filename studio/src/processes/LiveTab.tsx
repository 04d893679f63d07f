import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LiveCount } from "../canvas/store/live.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { CaseOnCanvas } from "./CaseOnCanvas.tsx";
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

/** What runs now, or the way of one case; never counts that are not known. */
export function LiveTab({ live, publishedVersion, published, caseId, onAllCases }: LiveTabProps): ReactNode {
  const { t } = useTranslation(["processes", "canvas"]);
  if (caseId !== undefined) return <CaseOnCanvas id={caseId} onAll={onAllCases} />;
  if (publishedVersion === null)
    return <EmptyState title={t("header.notPublished")} text={t("canvas:live.unpublished")} />;
  if (published.definition !== null && live.counts !== null)
    return <LiveView definition={published.definition} counts={live.counts} />;
  if (published.failure !== null) return <FailureState error={published.failure} onRetry={published.retry} />;
  if (live.counts === null && live.failure !== null) return <FailureState error={live.failure} onRetry={live.retry} />;
  return <LoadingState />;
}
