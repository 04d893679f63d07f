import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StoriesAtPlay } from "./useStories.ts";
import css from "./stories.module.css";

interface StoriesProgressProps extends Pick<StoriesAtPlay, "progress" | "isStopped"> {
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** How far the stories are while they are played, and that they were stopped; nothing where neither is so. */
export function StoriesProgress({ progress, isStopped, onCancel, onAgain }: StoriesProgressProps) {
  const { t } = useTranslation("testRun");
  if (progress !== null && progress.count > 0)
    return (
      <div className={css.playing} data-stories-playing>
        <span>{t("stories.playing", progress)}</span>
        <Progress aria-label={t("stories.playing", progress)} size={5} value={(100 * progress.done) / progress.count} />
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t("stories.stop")}
        </Button>
      </div>
    );
  if (!isStopped) return null;
  return (
    <div className={css.playing} data-stories-stopped>
      <span>{t("stories.stopped")}</span>
      <Button size="compact-xs" variant="default" onClick={onAgain}>
        {t("stories.again")}
      </Button>
    </div>
  );
}
