import { ActionIcon, Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Story } from "@sluice/process";
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDots,
  IconPencil,
  IconPlus,
  IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CoverageRows } from "./CoverageRows.tsx";
import { RenameStory } from "./RenameStory.tsx";
import { type Run, runOf } from "./run.ts";
import { StoriesProgress } from "./stories/StoriesProgress.tsx";
import type { StoriesAtPlay } from "./stories/useStories.ts";
import { removeStory } from "./storyEdits.ts";
import { useFailWords } from "./useFailWords.ts";
import list from "./stories/stories.module.css";
import css from "./testRun.module.css";

interface StoriesPanelProps {
  readonly store: CanvasStore;
  readonly stories: StoriesAtPlay;
  /** The story that is open. */
  readonly open: string | null;
  readonly showsCoverage: boolean;
  readonly onCoverage: (shows: boolean) => void;
  readonly onRun: (run: Run | null) => void;
}

/** The stories of the draft, how each went just now, and what they come past together. */
export function StoriesPanel({ store, stories, open, showsCoverage, onCoverage, onRun }: StoriesPanelProps) {
  const { t } = useTranslation("testRun");
  const { local } = useLanguage();
  const failWords = useFailWords();
  const [renamed, setRenamed] = useState<Story | null>(null);
  const told = useStore(store, ({ definition }) => definition.stories) ?? [];
  const { verdicts = [], coverage } = stories.played ?? {};
  const passed = verdicts.filter((it) => it.passed).length;
  const isKnown = stories.progress === null && !stories.isStopped && verdicts.length === told.length;
  return (
    <section className={css.section} aria-labelledby="stories-title">
      <header className={css.sectionHead}>
        <h2 id="stories-title">{t("stories.title")}</h2>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={13} stroke={1.8} />}
          onClick={() => onRun(null)}
        >
          {t("stories.fresh")}
        </Button>
      </header>
      <p className={css.muted} role="status">
        {told.length === 0 && t("stories.none")}
        {told.length > 0 && isKnown && t("stories.summary", { count: told.length, passed })}
      </p>
      <StoriesProgress
        progress={stories.progress}
        isStopped={stories.isStopped}
        onCancel={stories.cancel}
        onAgain={stories.again}
      />
      {told.length > 0 && (
        <ul className={list.stories}>
          {told.map((story) => {
            const name = local(story.name);
            const it = verdicts.find((verdict) => verdict.story === story.id);
            const Icon = it === undefined ? IconCircleDashed : it.passed ? IconCircleCheck : IconCircleX;
            return (
              <li key={story.id} data-story={story.id} data-passed={it?.passed}>
                <button
                  type="button"
                  className={list.story}
                  title={t("stories.openOne", { name })}
                  aria-current={open === story.id ? "true" : undefined}
                  onClick={() => onRun(runOf(story, it?.failsAt ?? story.steps.length))}
                >
                  <Icon size={16} stroke={1.8} aria-hidden />
                  <span>
                    {name}
                    {it?.passed === true && <span className="visuallyHidden">, {t("stories.passed")}</span>}
                    {it?.passed === false && <small>{failWords(it)}</small>}
                  </span>
                </button>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon aria-label={t("stories.more", { name })}>
                      <IconDots size={15} stroke={1.7} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<IconPencil size={15} stroke={1.7} />} onClick={() => setRenamed(story)}>
                      {t("stories.rename")}
                    </Menu.Item>
                    <Menu.Item
                      color="red"
                      leftSection={<IconTrash size={15} stroke={1.7} />}
                      onClick={() => {
                        store.getState().apply(removeStory(story.id), { keepSelection: true });
                        notifications.show({ message: t("stories.removed") });
                      }}
                    >
                      {t("stories.remove")}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </li>
            );
          })}
        </ul>
      )}
      {told.length > 0 && coverage !== undefined && (
        <CoverageRows coverage={coverage} shows={showsCoverage} onShow={onCoverage} store={store} />
      )}
      {renamed && <RenameStory store={store} story={renamed} onClose={() => setRenamed(null)} />}
    </section>
  );
}
