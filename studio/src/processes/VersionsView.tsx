import { Button } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { ReactFlowProvider } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ControlList } from "../canvas/controls/ControlList.tsx";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import { createCanvasStore } from "../canvas/store/canvasStore.ts";
import { Canvas } from "../canvas/view/Canvas.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import { DiscardDraft } from "./DiscardDraft.tsx";
import type { PublishedVersion } from "./studioPorts.ts";
import type { usePublishedDefinition } from "./usePublishedDefinition.ts";
import css from "./studio.module.css";
import list from "./versions.module.css";

interface VersionsViewProps {
  readonly versions: readonly PublishedVersion[];
  readonly publishedVersion: number | null;
  readonly shown: number | null;
  readonly published: ReturnType<typeof usePublishedDefinition>;
  readonly canDesign: boolean;
  readonly onShow: (version: number) => void;
  /** Left out when there is no draft to discard. */
  readonly onDiscard?: () => void;
  readonly onRestore: (definition: ProcessDefinition, version: number) => void;
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

/** Who published what and when; any of them to look at, and to take back as the draft. */
export function VersionsView({
  versions,
  publishedVersion,
  shown,
  published: { definition, failure, retry },
  canDesign,
  onShow,
  onRestore,
  onDiscard,
}: VersionsViewProps) {
  const { t } = useTranslation(["processes", "canvas"]);
  const { instant } = useFormats();
  const newestFirst = [...versions].sort((one, other) => other.version - one.version);
  return (
    <div className={css.viewing}>
      <div className={css.stage}>
        {definition ? (
          <ReadOnlyCanvas key={shown} definition={definition} />
        ) : shown === null ? (
          <div />
        ) : failure !== null ? (
          <FailureState error={failure} onRetry={retry} />
        ) : (
          <LoadingState />
        )}
      </div>
      <aside className={css.panel} aria-label={t("versions.title")}>
        <h2>{t("versions.title")}</h2>
        {newestFirst.length === 0 && (
          <p className={css.muted} style={{ marginTop: 10 }}>
            {t("versions.none")}
          </p>
        )}
        <ul className={list.versions}>
          {newestFirst.map(({ version, publishedAt, by }) => (
            <li key={version} data-shown={version === shown} data-version={version}>
              <button
                type="button"
                className={list.open}
                aria-pressed={version === shown}
                onClick={() => onShow(version)}
              >
                <b>v{version}</b>
                {version === publishedVersion && (
                  <span className={css.pill} data-tone="live">
                    {t("versions.current")}
                  </span>
                )}
                <small>
                  {by === "–"
                    ? t("versions.shipped", { when: instant(publishedAt) })
                    : t("versions.published", { when: instant(publishedAt), who: by })}
                </small>
              </button>
              {canDesign && version === shown && definition && (version !== publishedVersion || onDiscard) && (
                <Button variant="default" onClick={() => onRestore(definition, version)}>
                  {t("versions.restore")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {definition && (
          <>
            <h3>{t("canvas:controls.title")}</h3>
            <ControlList definition={definition} />
          </>
        )}
        {onDiscard && <DiscardDraft version={publishedVersion ?? 0} onDiscard={onDiscard} />}
      </aside>
    </div>
  );
}
