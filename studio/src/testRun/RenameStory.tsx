import { Button, Group, Modal } from "@mantine/core";
import type { LocalText } from "@sluice/problems";
import type { Json, Story } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { LocalTextInput } from "../form/LocalTextInput.tsx";
import { isNamed } from "./isNamed.ts";
import { renameStory } from "./storyEdits.ts";

interface RenameStoryProps {
  readonly store: CanvasStore;
  readonly story: Story;
  readonly onClose: () => void;
}

/** Calls a story otherwise, in both languages. */
export function RenameStory({ store, story, onClose }: RenameStoryProps) {
  const { t } = useTranslation("testRun");
  const [name, setName] = useState<LocalText>(story.name);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("stories.rename")}
      closeButtonProps={{ "aria-label": t("stories.cancel") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          store.getState().apply(renameStory(story.id, name), { keepSelection: true });
          onClose();
        }}
      >
        <LocalTextInput
          label={t("stories.name")}
          value={{ ...name }}
          onChange={(value: Json) => setName(value as unknown as LocalText)}
        />
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("stories.cancel")}
          </Button>
          <Button type="submit" disabled={!isNamed(name)}>
            {t("stories.save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
