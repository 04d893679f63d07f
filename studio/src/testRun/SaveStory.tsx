import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { LocalText } from "@sluice/problems";
import { type Json, STORY_LIMITS } from "@sluice/process";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { LocalTextInput } from "../form/LocalTextInput.tsx";
import { expectationWords } from "./expectationWords.ts";
import { isNamed } from "./isNamed.ts";
import { didWords } from "./momentWords.ts";
import { picksFor } from "./picks.ts";
import { runOf, toldSoFar } from "./run.ts";
import { saveStory, toldAs } from "./storyEdits.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./stories/stories.module.css";

interface SaveStoryProps {
  readonly store: CanvasStore;
  readonly open: OpenRun;
  readonly onClose: () => void;
}

const NO_NAME: LocalText = { en: "", zh: "" };

/** Makes a story of a run as far as it is looked at: its name, and what must stand after each thing that happened. One undo takes it out again. */
export function SaveStory({ store, open, onClose }: SaveStoryProps) {
  const { t } = useTranslation("testRun");
  const { definition, run, moments, words, change } = open;
  const stories = definition.stories ?? [];
  const before = stories.find(({ id }) => id === run.of) ?? null;
  const story = toldSoFar(run);
  const seen = moments.slice(0, run.at + 1);
  const [picks] = useState(() => picksFor(seen, story, before));
  const [ticked, setTicked] = useState(() => picks.map((all) => all.map(({ isTicked }) => isTicked)));
  const [name, setName] = useState<LocalText>(before?.name ?? NO_NAME);
  const isFull = stories.length >= STORY_LIMITS.stories;
  const texts = useMemo(
    () => picks.map((all) => all.map(({ expectation }) => expectationWords(words, definition, expectation))),
    [picks, words, definition],
  );
  const save = (inPlaceOf: string | null) => {
    const expected = picks.map((all, at) =>
      all
        .filter((_pick, index) => ticked[at]?.[index])
        .slice(0, STORY_LIMITS.expectations)
        .map(({ expectation }) => expectation),
    );
    store.getState().apply(saveStory(toldAs(story, name, expected), inPlaceOf), { keepSelection: true });
    const all = store.getState().definition.stories ?? [];
    const saved = inPlaceOf === null ? all.at(-1) : all.find(({ id }) => id === inPlaceOf);
    if (saved) change(runOf(saved));
    notifications.show({ message: t("save.saved") });
    onClose();
  };
  const tick = (at: number, index: number, isTicked: boolean) =>
    setTicked(
      ticked.map((all, row) => (row === at ? all.map((it, column) => (column === index ? isTicked : it)) : all)),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(before ? "save.updateTitle" : "save.title")}
      closeButtonProps={{ "aria-label": t("save.cancel") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(before?.id ?? null);
        }}
      >
        <LocalTextInput
          label={t("save.name")}
          description={t("save.unnamed")}
          value={{ ...name }}
          onChange={(value: Json) => setName(value as unknown as LocalText)}
        />
        <p className={css.ask}>{t("save.what")}</p>
        <ol className={css.expected} start={0} tabIndex={0} aria-label={t("save.what")}>
          {seen.map((moment, at) => (
            <li key={at}>
              <h3>{didWords(words, definition, moment.when)}</h3>
              {texts[at]?.length === 0 && <p className={css.muted}>{t("save.nothing")}</p>}
              {texts[at]?.map((text, index) => (
                <Checkbox
                  key={text}
                  mt={8}
                  label={text}
                  checked={ticked[at]?.[index] ?? false}
                  onChange={(event) => tick(at, index, event.currentTarget.checked)}
                />
              ))}
            </li>
          ))}
        </ol>
        {isFull && <p role="alert">{t("save.full", { count: STORY_LIMITS.stories })}</p>}
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("save.cancel")}
          </Button>
          {before && (
            <Button variant="default" disabled={!isNamed(name) || isFull} onClick={() => save(null)}>
              {t("save.another")}
            </Button>
          )}
          <Button type="submit" disabled={!isNamed(name) || (isFull && !before)}>
            {t("save.confirm")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
