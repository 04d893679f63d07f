import type { RecordSchema } from "@sluice/domain";
import type { Plan, ProcessDefinition, RecordSchemas } from "@sluice/process";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useCatalogue } from "../canvas/sayings/catalogue.ts";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import { type CanvasStore, createCanvasStore } from "../canvas/store/canvasStore.ts";
import { Canvas } from "../canvas/view/Canvas.tsx";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { LoadingState } from "../states/LoadingState.tsx";
import { freshGiven } from "./freshGiven.ts";
import { GivenPanel } from "./GivenPanel.tsx";
import { planFor } from "./planFor.ts";
import { aRun, type Run } from "./run.ts";
import { RunPanel } from "./RunPanel.tsx";
import { RunPlayer } from "./RunPlayer.tsx";
import { useStories } from "./stories/useStories.ts";
import { StoriesPanel } from "./StoriesPanel.tsx";
import { coverageTrail, trailOf } from "./trailOf.ts";
import { useRun } from "./useRun.ts";
import css from "./testRun.module.css";

interface TestRunViewProps {
  readonly store: CanvasStore;
  /** The run that was left; null for one that has not begun. */
  readonly run: Run | null;
  readonly onRun: (run: Run | null) => void;
}

/** Playing a case of the draft in the browser, with the kernel that runs cases. Nothing leaves the page; stories are saved into the draft. */
export function TestRunView({ store, run, onRun }: TestRunViewProps) {
  const { t } = useTranslation("testRun");
  const definition = useStore(store, (state) => state.definition);
  const schemas = useRecordSchemas();
  const { all, isLoading } = schemas;
  const byType = useMemo((): RecordSchemas => Object.fromEntries(all.map((schema) => [schema.type, schema])), [all]);
  const plan = useMemo(() => (isLoading ? null : planFor(definition, byType)), [definition, byType, isLoading]);
  const { roles } = useCatalogue();
  if (isLoading || roles.length === 0) return <LoadingState />;
  if (plan === null)
    return (
      <p className={css.broken} role="status">
        {t("broken")}
      </p>
    );
  return (
    <OpenTestRun
      key={definition.key}
      store={store}
      definition={definition}
      plan={plan}
      schemas={all}
      run={run}
      onRun={onRun}
    />
  );
}

function OpenTestRun({
  store,
  definition,
  plan,
  schemas,
  run,
  onRun,
}: TestRunViewProps & {
  readonly definition: ProcessDefinition;
  readonly plan: Plan;
  readonly schemas: readonly RecordSchema[];
}) {
  const { t } = useTranslation("testRun");
  const { roles } = useCatalogue();
  const [openedMs] = useState(() => Date.now());
  const fresh = useMemo(() => aRun(freshGiven({ roles }, openedMs)), [roles, openedMs]);
  const current = run ?? fresh;
  const open = useRun({ definition, plan, run: current, onRun });
  const stories = useStories(definition, schemas);
  const [showsCoverage, setShowsCoverage] = useState(false);
  const canvas = useMemo(() => createCanvasStore(definition, { readOnly: true }), [definition]);
  const { moments = [] } = open ?? {};
  const { played } = stories;
  const shown = useMemo(
    () =>
      showsCoverage && played !== null
        ? coverageTrail(
            {
              nodes: definition.nodes.map(({ id }) => id),
              ways: [
                ...definition.edges.map(({ id }) => id),
                ...definition.nodes.flatMap((node) => (node.kind === "stage" ? node.moves.map(({ id }) => id) : [])),
              ],
            },
            played.coverage,
          )
        : trailOf(moments.slice(0, current.at + 1), plan.start.id),
    [showsCoverage, definition, played, moments, current.at, plan],
  );
  useEffect(() => {
    canvas.getState().set({ trail: shown });
  }, [canvas, shown]);
  if (open === null) return <LoadingState />;
  return (
    <ReactFlowProvider>
      <CanvasProvider value={canvas}>
        <div className={css.view}>
          <aside className={css.side} aria-label={t("stories.title")}>
            <StoriesPanel
              store={store}
              stories={stories}
              open={current.of}
              showsCoverage={showsCoverage}
              onCoverage={setShowsCoverage}
              onRun={onRun}
            />
            <GivenPanel open={open} />
          </aside>
          <div className={css.stage}>
            <Canvas />
            {showsCoverage && <p className={css.hint}>{t("coverage.hidden")}</p>}
            <RunPlayer store={store} open={open} onRestart={() => onRun(null)} />
          </div>
          <RunPanel open={open} />
        </div>
      </CanvasProvider>
    </ReactFlowProvider>
  );
}
