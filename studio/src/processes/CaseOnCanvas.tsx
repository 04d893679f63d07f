import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ReactFlowProvider } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import { createCanvasStore } from "../canvas/store/canvasStore.ts";
import { Canvas } from "../canvas/view/Canvas.tsx";
import { CasePath } from "../cases/CasePath.tsx";
import { standsAt } from "../cases/standsAt.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import css from "./studio.module.css";

/** The way of one case over the version it runs on: where it has been, where it stands. */
export function CaseOnCanvas({ id, onAll }: { readonly id: string; readonly onAll: () => void }) {
  const answer = useQueryOf("cases.get", { id });
  if (answer.data) return <Way answer={answer.data} onAll={onAll} />;
  return answer.error ? <FailureState error={answer.error} onRetry={() => void answer.refetch()} /> : <LoadingState />;
}

function Way({ answer, onAll }: { readonly answer: CaseAnswer; readonly onAll: () => void }) {
  const { t } = useTranslation(["cases", "processes"]);
  const { record, version, id } = answer.case;
  const store = useMemo(() => {
    const made = createCanvasStore(answer.definition, { readOnly: true });
    made.getState().set({ trail: { visited: new Set(answer.visited), open: new Set(standsAt(answer).keys()) } });
    return made;
  }, [answer]);
  return (
    <ReactFlowProvider>
      <CanvasProvider value={store}>
        <div className={css.viewing}>
          <div className={css.stage}>
            <Canvas />
          </div>
          <aside className={css.panel} aria-label={t("path")}>
            <h2>{record.title}</h2>
            <p className={css.muted}>
              {[record.number, t("version", { version })].filter((part) => part !== null).join(" · ")}
            </p>
            <div className={css.panelActs}>
              <Link className={css.panelLink} to="/cases/$id" params={{ id }}>
                {t("processes:live.openCase")}
              </Link>
              <Button variant="default" size="compact-sm" onClick={onAll}>
                {t("processes:live.allCases")}
              </Button>
            </div>
            <h3>{t("path")}</h3>
            <CasePath answer={answer} />
          </aside>
        </div>
      </CanvasProvider>
    </ReactFlowProvider>
  );
}
