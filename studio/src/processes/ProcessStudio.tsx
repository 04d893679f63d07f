import { notifications } from "@mantine/notifications";
import type { ProcessDefinition } from "@sluice/process";
import { ReactFlowProvider } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { ShownProblem } from "../api/shapes.ts";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import { createCanvasStore } from "../canvas/store/canvasStore.ts";
import { runningIn } from "../canvas/store/live.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { Run } from "../testRun/run.ts";
import { TestRunView } from "../testRun/TestRunView.tsx";
import { type Beginning, beginningOf } from "./beginning.ts";
import { DesignView } from "./DesignView.tsx";
import { ExtractDialog } from "./ExtractDialog.tsx";
import { keptDraft } from "./keptDraft.ts";
import { type LiveCounts, LiveTab } from "./LiveTab.tsx";
import { MergeDialog } from "./merge/MergeDialog.tsx";
import { useMerging } from "./merge/useMerging.ts";
import { MigrationOffer } from "./migration/MigrationOffer.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import { SaveNotice, SaveState } from "./SaveState.tsx";
import { StudioHeader, type Tab } from "./StudioHeader.tsx";
import type { PublishedVersion, Rollback, Standing, StudioPorts } from "./studioPorts.ts";
import { isNewer, useAutosave } from "./useAutosave.ts";
import { useFindings } from "./useFindings.ts";
import { usePublishedDefinition } from "./usePublishedDefinition.ts";
import { VersionsView } from "./VersionsView.tsx";
import { WhatIfTab } from "./whatIf/WhatIfTab.tsx";
import css from "./studio.module.css";

interface ProcessStudioProps {
  /** What the server holds. */
  readonly standing: Standing;
  readonly versions: readonly PublishedVersion[];
  readonly rollbacks: readonly Rollback[];
  readonly live: LiveCounts;
  readonly canDesign: boolean;
  readonly ports: StudioPorts;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  /** The step to stand at when it opens. */
  readonly node?: string | undefined;
  /** The case whose way is shown in the live view, instead of all. */
  readonly caseId?: string | undefined;
  readonly onAllCases: () => void;
}

const openStore = ({ definition, log }: Beginning, canDesign: boolean) =>
  createCanvasStore(definition, { readOnly: !canDesign, ...(log !== null && { log }) });

/** One process in the studio: its draft to draw, what runs, and its versions. */
export function ProcessStudio({
  standing: { definition, ground: held, publishedVersion },
  versions,
  rollbacks,
  live,
  canDesign,
  ports,
  tab,
  onTab,
  node,
  caseId,
  onAllCases,
}: ProcessStudioProps) {
  const { t } = useTranslation(["processes", "canvas"]);
  const { local } = useLanguage();
  const [begun] = useState(() =>
    beginningOf({ definition, ground: held }, canDesign ? keptDraft(definition.key) : null),
  );
  const [store] = useState(() => openStore(begun, canDesign));
  const autosave = useAutosave({ store, ports, ground: begun.ground, saved: begun.saved });
  const merging = useMerging({ store, ports, autosave });
  const findings = useFindings(store, ports);
  const draft = useStore(store, (state) => state.definition);
  const [showsProblems, setShowsProblems] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const [refused, setRefused] = useState<readonly ShownProblem[]>([]);
  const [offered, setOffered] = useState<number | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  const [run, setRun] = useState<Run | null>(null);
  const running = useMemo(() => runningIn(live.counts ?? []), [live.counts]);
  const wanted =
    tab === "versions" ? (shown ?? publishedVersion) : tab === "live" || isAsking ? publishedVersion : null;

  useEffect(() => {
    if (node !== undefined) store.getState().select([node]);
  }, [store, node]);

  // Somebody else's save or version shows by itself as long as nothing here is unsaved.
  useEffect(() => {
    if (!isNewer(held, autosave.ground) || autosave.status !== "saved") return;
    store.getState().open(definition);
    autosave.rebase(definition, held);
  }, [held, definition, autosave, store]);

  const published = usePublishedDefinition(wanted, ports);

  const publish = async (note: string) => {
    setPublishing(true);
    findings.rest();
    try {
      if (!(await autosave.flush()))
        return setRefused([{ code: "BUSY", message: t("publish.unsaved"), values: {}, whoCanClear: [] }]);
      const { version, now } = await ports.publish(autosave.ground, note);
      autosave.rebase(store.getState().definition, now.ground);
      setAsking(false);
      if (running > 0) setOffered(version);
      else notifications.show({ message: t("publish.done", { version }), color: "green" });
    } catch (error) {
      setRefused(ports.problems(error));
    } finally {
      setPublishing(false);
      findings.goOn();
    }
  };
  const restore = useCallback(
    (former: ProcessDefinition, version: number) => {
      store.getState().apply(() => ({ definition: former, select: [] }));
      onTab("design");
      notifications.show({ message: t("versions.restored", { version }) });
    },
    [store, onTab, t],
  );
  const openSetting = useCallback(
    (id: string, path: string) => {
      store.getState().select([id]);
      store.getState().set({ focusField: { id, path: path.split(".") } });
      onTab("design");
    },
    [store, onTab],
  );
  const discard = async () => {
    try {
      const after = await ports.discard(autosave.ground);
      store.getState().open(after.definition);
      autosave.rebase(after.definition, after.ground);
      notifications.show({ message: t("versions.discarded") });
    } catch (error) {
      notifications.show({ message: ports.problems(error)[0]?.message ?? "", color: "red" });
    }
  };
  const takeTheirs = () => {
    store.getState().open(definition);
    autosave.rebase(definition, held);
  };

  const askToPublish = () => {
    setRefused([]);
    setAsking(true);
  };
  const hasChanges = autosave.ground.rev > 0 || autosave.status !== "saved";
  const nextVersion = Math.max(publishedVersion ?? 0, ...versions.map((each) => each.version)) + 1;
  const pill =
    tab === "live" && publishedVersion !== null ? (
      <span className={css.pill} data-tone="live">
        <i aria-hidden />
        {t("header.liveNow", { version: publishedVersion, count: running })}
      </span>
    ) : tab === "versions" && wanted !== null ? (
      <span className={css.pill}>{t("header.viewing", { version: wanted })}</span>
    ) : !hasChanges && publishedVersion !== null ? (
      <span className={css.pill} data-tone="live">
        <i aria-hidden />
        {t("header.published", { version: publishedVersion })}
      </span>
    ) : (
      <span className={css.pill} data-tone="draft">
        {t("header.draft", { version: nextVersion })}
      </span>
    );
  return (
    <div className={css.studio}>
      <StudioHeader
        title={local(draft.name)}
        pill={
          <>
            {pill}
            {(tab === "design" || tab === "test") && canDesign && hasChanges && <SaveState status={autosave.status} />}
          </>
        }
        tab={tab}
        onTab={onTab}
        store={store}
        canDesign={canDesign}
        onProblems={() => {
          onTab("design");
          setShowsProblems(tab === "design" ? !showsProblems : true);
        }}
        onPublish={askToPublish}
      />
      <SaveNotice
        status={autosave.status}
        onRetry={() => void autosave.flush()}
        onMerge={() => void merging.withTheirs()}
        onTheirs={takeTheirs}
        onMine={() => autosave.rebase(definition, held)}
      />
      {tab === "design" && (
        <ReactFlowProvider>
          <CanvasProvider value={store}>
            <DesignView showsProblems={showsProblems} onCloseProblems={() => setShowsProblems(false)} />
            <ExtractDialog ports={ports} />
          </CanvasProvider>
        </ReactFlowProvider>
      )}
      {tab === "test" && canDesign && <TestRunView store={store} run={run} onRun={setRun} />}
      {tab === "live" && (
        <LiveTab
          live={live}
          publishedVersion={publishedVersion}
          published={published}
          caseId={caseId}
          onAllCases={onAllCases}
        />
      )}
      {tab === "whatIf" && canDesign && (
        <WhatIfTab
          store={store}
          publishedVersion={publishedVersion}
          hasDraft={hasChanges}
          flush={autosave.flush}
          onPublish={askToPublish}
        />
      )}
      {tab === "versions" && (
        <VersionsView
          processKey={draft.key}
          versions={versions}
          rollbacks={rollbacks}
          publishedVersion={publishedVersion}
          draft={hasChanges || publishedVersion === null ? draft : null}
          shown={wanted}
          published={published}
          counts={live.counts ?? []}
          ports={ports}
          canDesign={canDesign}
          onOpenSetting={openSetting}
          onShow={setShown}
          onRestore={restore}
          {...(canDesign && hasChanges && publishedVersion !== null && { onDiscard: () => void discard() })}
        />
      )}
      {isAsking && (
        <PublishDialog
          store={store}
          before={published.definition}
          counts={live.counts ?? []}
          nextVersion={nextVersion}
          running={running}
          hasChanges={hasChanges}
          refused={refused}
          isPublishing={isPublishing}
          onPublish={(note) => void publish(note)}
          onWhatIf={() => {
            setAsking(false);
            onTab("whatIf");
          }}
          onProblems={() => {
            setAsking(false);
            onTab("design");
            setShowsProblems(true);
          }}
          onMerge={() => {
            setAsking(false);
            void merging.withPublished();
          }}
          onStory={(story) => {
            setAsking(false);
            setRun(story);
            onTab("test");
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {offered !== null && (
        <MigrationOffer processKey={draft.key} version={offered} count={running} onClose={() => setOffered(null)} />
      )}
      {merging.three && (
        <MergeDialog three={merging.three} ports={ports} onTake={merging.take} onClose={merging.close} />
      )}
    </div>
  );
}
