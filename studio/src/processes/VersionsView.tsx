import { Select } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { ReactFlowProvider } from "@xyflow/react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ControlList } from "../canvas/controls/ControlList.tsx";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import { createCanvasStore } from "../canvas/store/canvasStore.ts";
import type { LiveCount } from "../canvas/store/live.ts";
import { Canvas } from "../canvas/view/Canvas.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { DiscardDraft } from "./DiscardDraft.tsx";
import type { PublishedVersion, Rollback, StudioPorts } from "./studioPorts.ts";
import { usePublishedDefinition } from "./usePublishedDefinition.ts";
import { Comparison } from "./versions/Comparison.tsx";
import { PutBackDialog } from "./versions/PutBackDialog.tsx";
import { VersionList } from "./versions/VersionList.tsx";
import css from "./studio.module.css";

interface VersionsViewProps {
  readonly processKey: string;
  readonly versions: readonly PublishedVersion[];
  readonly rollbacks: readonly Rollback[];
  readonly publishedVersion: number | null;
  /** The draft, where it has changes. */
  readonly draft: ProcessDefinition | null;
  readonly shown: number | null;
  readonly published: ReturnType<typeof usePublishedDefinition>;
  /** Where running cases stand, of whatever version. */
  readonly counts: readonly LiveCount[];
  readonly ports: StudioPorts;
  readonly canDesign: boolean;
  readonly onShow: (version: number) => void;
  /** Left out when there is no draft to discard. */
  readonly onDiscard?: () => void;
  readonly onRestore: (definition: ProcessDefinition, version: number) => void;
  readonly onOpenSetting: (id: string, path: string) => void;
}

function ReadOnlyCanvas({ definition }: { readonly definition: ProcessDefinition }) {
  const store = useMemo(() => createCanvasStore(definition, { readOnly: true }), [definition]);
  return (
    <ReactFlowProvider>
      <CanvasProvider value={store}>
        <Canvas />
      </CanvasProvider>
    </ReactFlowProvider>
  );
}

const DRAFT = "draft";

/** Who published what, when and why; any of them to look at, to compare with another or the draft, and to take back. */
export function VersionsView({
  processKey,
  versions,
  rollbacks,
  publishedVersion,
  draft,
  shown,
  published: { definition, failure, retry },
  counts,
  ports,
  canDesign,
  onShow,
  onRestore,
  onOpenSetting,
  onDiscard,
}: VersionsViewProps): ReactNode {
  const { t } = useTranslation(["processes", "canvas", "versions"]);
  const [chosen, setAgainst] = useState<string | null>(null);
  const [puttingBack, setPuttingBack] = useState<number | null>(null);
  const against = chosen === String(shown) || (chosen === DRAFT && draft === null) ? null : chosen;
  const other = usePublishedDefinition(against === null || against === DRAFT ? null : Number(against), ports);
  const compared = against === DRAFT ? draft : other.definition;
  const isNewer = against === DRAFT || Number(against) > Number(shown);
  const called = (which: string) =>
    which === DRAFT ? t("versions:draft") : t("versions:version", { version: Number(which) });
  const numbers = versions.map(({ version }) => version).filter((version) => version !== shown);
  const pick = shown !== null && (numbers.length > 0 || draft !== null) && (
    <Select
      mt={14}
      label={t("versions:with")}
      data={[
        { value: "", label: t("versions:withNothing") },
        ...(draft === null ? [] : [{ value: DRAFT, label: t("versions:draft") }]),
        ...numbers.map((version) => ({ value: String(version), label: t("versions:version", { version }) })),
      ]}
      allowDeselect={false}
      value={against ?? ""}
      onChange={(value) => setAgainst(value === "" ? null : value)}
    />
  );
  const panel = (inside: ReactNode) => (
    <aside className={css.panel} aria-label={t("versions.title")}>
      <h2>{t("versions.title")}</h2>
      <VersionList
        processKey={processKey}
        versions={versions}
        rollbacks={rollbacks}
        publishedVersion={publishedVersion}
        shown={shown}
        canDesign={canDesign}
        onShow={onShow}
        onRestore={
          definition && shown !== null && (shown !== publishedVersion || onDiscard)
            ? () => onRestore(definition, shown)
            : undefined
        }
        onPutBack={setPuttingBack}
      />
      {pick}
      {inside}
      {onDiscard && <DiscardDraft version={publishedVersion ?? 0} onDiscard={onDiscard} />}
      {definition && puttingBack !== null && publishedVersion !== null && (
        <PutBackDialog
          processKey={processKey}
          version={puttingBack}
          definition={definition}
          from={publishedVersion}
          counts={counts}
          ports={ports}
          onClose={() => setPuttingBack(null)}
        />
      )}
    </aside>
  );
  const isFailed = failure !== null || (against !== null && other.failure !== null);
  if (definition && against !== null && compared)
    return (
      <Comparison
        key={`${shown} ${against}`}
        before={isNewer ? definition : compared}
        after={isNewer ? compared : definition}
        between={t("versions:between", {
          before: called(isNewer ? String(shown) : against),
          after: called(isNewer ? against : String(shown)),
        })}
        withBehaviour={canDesign}
        onOpen={against === DRAFT && canDesign ? onOpenSetting : undefined}
        panel={panel}
      />
    );
  return (
    <div className={css.viewing}>
      <div className={css.stage}>
        {shown === null ? (
          <div />
        ) : isFailed ? (
          <FailureState error={failure ?? other.failure} onRetry={failure === null ? other.retry : retry} />
        ) : definition && against === null ? (
          <ReadOnlyCanvas key={shown} definition={definition} />
        ) : (
          <LoadingState />
        )}
      </div>
      {panel(
        definition && (
          <>
            <h3>{t("canvas:controls.title")}</h3>
            <ControlList definition={definition} />
          </>
        ),
      )}
    </div>
  );
}
