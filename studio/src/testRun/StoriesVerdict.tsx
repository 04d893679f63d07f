import type { RecordSchemas } from "@sluice/process";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CoverageRows } from "./CoverageRows.tsx";
import { failsAt } from "./failsAt.ts";
import { planFor } from "./planFor.ts";
import { playAll } from "./playAll.ts";
import { type Run, runOf } from "./run.ts";
import { useFailWords } from "./useFailWords.ts";
import css from "./testRun.module.css";

interface StoriesVerdictProps {
  readonly store: CanvasStore;
  /** Opens a story that goes otherwise where it does. */
  readonly onShow: (run: Run) => void;
}

/** What the stories of the draft say before it is published: which go otherwise and where, and what they come past. The server plays them again. */
export function StoriesVerdict({ store, onShow }: StoriesVerdictProps) {
  const { t } = useTranslation("testRun");
  const { local } = useLanguage();
  const failWords = useFailWords();
  const definition = useStore(store, (state) => state.definition);
  const { all, isLoading } = useRecordSchemas();
  const stories = useMemo(() => {
    if (isLoading) return null;
    const byType: RecordSchemas = Object.fromEntries(all.map((schema) => [schema.type, schema]));
    const plan = planFor(definition, byType);
    return plan === null ? null : playAll(plan, definition);
  }, [definition, all, isLoading]);
  const count = definition.stories?.length ?? 0;
  const failed = stories?.played.filter(({ passed }) => !passed) ?? [];
  return (
    <section
      className={css.verdicts}
      aria-labelledby="publish-stories"
      data-stories={failed.length === 0 ? "passed" : "failed"}
    >
      <h3 id="publish-stories">{t("verdict.title")}</h3>
      {count === 0 && <p className={css.muted}>{t("verdict.none")}</p>}
      {count > 0 && stories === null && <p className={css.muted}>{t("verdict.waiting")}</p>}
      {stories !== null && count > 0 && (
        <>
          <p className={css.summary} data-passed={failed.length === 0}>
            {failed.length === 0 ? (
              <IconCircleCheck size={16} stroke={1.8} aria-hidden />
            ) : (
              <IconCircleX size={16} stroke={1.8} aria-hidden />
            )}
            {t("stories.summary", { count, passed: count - failed.length })}
          </p>
          {failed.length > 0 && (
            <ul>
              {failed.map((played) => {
                const name = local(played.story.name);
                return (
                  <li key={played.story.id} data-story={played.story.id}>
                    <span>{t("verdict.fails", { name, where: failWords(played) })}</span>
                    <button
                      type="button"
                      aria-label={t("verdict.showOne", { name })}
                      onClick={() => onShow(runOf(played.story, failsAt(played) ?? 0))}
                    >
                      {t("verdict.show")}
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          <CoverageRows store={store} coverage={stories.coverage} />
        </>
      )}
    </section>
  );
}
