import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CoverageRows } from "./CoverageRows.tsx";
import { type Run, runOf } from "./run.ts";
import { StoriesProgress } from "./stories/StoriesProgress.tsx";
import { useStories } from "./stories/useStories.ts";
import { useFailWords } from "./useFailWords.ts";
import css from "./stories/stories.module.css";

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
  const { played: stories, progress, isStopped, cancel, again } = useStories(definition, isLoading ? null : all);
  const told = definition.stories ?? [];
  const count = told.length;
  const verdicts = stories?.verdicts ?? [];
  const passed = verdicts.filter((it) => it.passed).length;
  const failed = verdicts.flatMap((verdict) => {
    const story = told.find(({ id }) => id === verdict.story);
    return verdict.passed || story === undefined ? [] : [{ story, verdict }];
  });
  const isKnown = stories !== null && progress === null && !isStopped;
  return (
    <section
      className={css.verdicts}
      aria-labelledby="publish-stories"
      data-stories={!isKnown ? "playing" : failed.length === 0 ? "passed" : "failed"}
    >
      <h3 id="publish-stories">{t("verdict.title")}</h3>
      {count === 0 && <p className={css.muted}>{t("verdict.none")}</p>}
      {count > 0 && stories === null && progress === null && !isStopped && (
        <p className={css.muted}>{t("verdict.waiting")}</p>
      )}
      {count > 0 && <StoriesProgress progress={progress} isStopped={isStopped} onCancel={cancel} onAgain={again} />}
      {stories !== null && isKnown && count > 0 && (
        <>
          <p className={css.summary} data-passed={failed.length === 0}>
            {failed.length === 0 ? (
              <IconCircleCheck size={16} stroke={1.8} aria-hidden />
            ) : (
              <IconCircleX size={16} stroke={1.8} aria-hidden />
            )}
            {t("stories.summary", { count, passed })}
          </p>
          {failed.length > 0 && (
            <ul>
              {failed.map(({ story, verdict }) => {
                const name = local(story.name);
                return (
                  <li key={story.id} data-story={story.id}>
                    <span>{t("verdict.fails", { name, where: failWords(verdict) })}</span>
                    <button
                      type="button"
                      aria-label={t("verdict.showOne", { name })}
                      onClick={() => onShow(runOf(story, verdict.failsAt ?? 0))}
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
