import { ActionIcon, Button } from "@mantine/core";
import {
  IconDeviceFloppy,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconRefresh,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { SaveStory } from "./SaveStory.tsx";
import type { OpenRun } from "./useRun.ts";
import css from "./testRun.module.css";

interface RunPlayerProps {
  readonly store: CanvasStore;
  readonly open: OpenRun;
  readonly onRestart: () => void;
}

/** Steps through a run, back and forth, begins anew, and saves it as a story. */
export function RunPlayer({ store, open, onRestart }: RunPlayerProps) {
  const { t } = useTranslation("testRun");
  const [isSaving, setSaving] = useState(false);
  const { run, moments, goTo } = open;
  const count = run.story.steps.length;
  const last = Math.min(count, moments.length - 1);
  return (
    <div className={css.player} role="toolbar" aria-label={t("player.label")}>
      <ActionIcon aria-label={t("player.first")} disabled={run.at === 0} onClick={() => goTo(0)}>
        <IconPlayerSkipBack size={16} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label={t("player.stepBack")} disabled={run.at === 0} onClick={() => goTo(run.at - 1)}>
        <IconPlayerTrackPrev size={16} stroke={1.7} />
      </ActionIcon>
      <span className={css.position}>
        {run.at === 0 && count === 0 ? t("player.beginning") : t("player.at", { number: run.at, count })}
      </span>
      <ActionIcon aria-label={t("player.stepOn")} disabled={run.at >= last} onClick={() => goTo(run.at + 1)}>
        <IconPlayerTrackNext size={16} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label={t("player.last")} disabled={run.at >= last} onClick={() => goTo(last)}>
        <IconPlayerSkipForward size={16} stroke={1.7} />
      </ActionIcon>
      <i className={css.rule} />
      <Button
        variant="default"
        leftSection={<IconRefresh size={14} stroke={1.7} />}
        disabled={count === 0 && run.of === null}
        onClick={onRestart}
      >
        {t("player.restart")}
      </Button>
      <Button leftSection={<IconDeviceFloppy size={14} stroke={1.7} />} onClick={() => setSaving(true)}>
        {t(run.of === null ? "player.save" : "player.update")}
      </Button>
      {isSaving && <SaveStory store={store} open={open} onClose={() => setSaving(false)} />}
    </div>
  );
}
