import { Button, Checkbox, Group, Modal, Textarea } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { ShownProblem } from "../api/shapes.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import type { LiveCount } from "../canvas/store/live.ts";
import { ProblemList } from "../states/ProblemList.tsx";
import type { Run } from "../testRun/run.ts";
import { StoriesVerdict } from "../testRun/StoriesVerdict.tsx";
import { PublishActs } from "./publish/PublishActs.tsx";
import { PublishGone } from "./publish/PublishGone.tsx";
import { PublishPeople } from "./publish/PublishPeople.tsx";
import { PublishControls } from "./PublishControls.tsx";
import { PublishFindings } from "./PublishFindings.tsx";
import { WhatIfSummary } from "./whatIf/WhatIfSummary.tsx";
import css from "./publish.module.css";

interface PublishDialogProps {
  readonly store: CanvasStore;
  /** The version in force; null when there is none, or while it is on its way. */
  readonly before: ProcessDefinition | null;
  /** Where running cases stand, of whatever version. */
  readonly counts: readonly LiveCount[];
  readonly nextVersion: number;
  readonly running: number;
  readonly hasChanges: boolean;
  readonly refused: readonly ShownProblem[];
  readonly isPublishing: boolean;
  readonly onPublish: (note: string) => void;
  /** Merges the draft with the version that came in force since it was made. */
  readonly onMerge: () => void;
  /** Goes to what the draft would have made of closed cases. */
  readonly onWhatIf: () => void;
  /** Goes to the list of problems, to put them right. */
  readonly onProblems: () => void;
  /** Opens a story that goes otherwise in the test run. */
  readonly onStory: (run: Run) => void;
  readonly onClose: () => void;
}

/** What publishing does to people, what still stands against it, and the last word. Errors block; warnings are acknowledged. */
export function PublishDialog({
  store,
  before,
  counts,
  nextVersion,
  running,
  hasChanges,
  refused,
  isPublishing,
  onPublish,
  onMerge,
  onWhatIf,
  onProblems,
  onStory,
  onClose,
}: PublishDialogProps) {
  const { t } = useTranslation(["processes", "versions"]);
  const after = useStore(store, ({ definition }) => definition);
  const { errors, warnings } = useStore(store, ({ problems }) => problems);
  const [acknowledged, acknowledge] = useState(false);
  const [note, setNote] = useState("");
  const modal = { opened: true, onClose, closeButtonProps: { "aria-label": t("publish.cancel") } };
  if (!hasChanges)
    return (
      <Modal {...modal} title={t("publish.upToDate")} size={420}>
        <p>{t("publish.nothing", { version: nextVersion - 1 })}</p>
        <Group justify="flex-end" mt={20}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("publish.close")}
          </Button>
        </Group>
      </Modal>
    );
  return (
    <Modal {...modal} title={t("publish.title", { version: nextVersion })} size={560}>
      <p>{t("publish.what", { version: nextVersion })}</p>
      {running > 0 && <p style={{ marginTop: 6 }}>{t("publish.running", { count: running })}</p>}
      <PublishFindings store={store} />
      {before && <PublishPeople before={before} after={after} />}
      {before && <PublishGone before={before} after={after} counts={counts} />}
      <PublishActs before={before} after={after} version={nextVersion} />
      <PublishControls store={store} onLeave={onClose} />
      <StoriesVerdict store={store} onShow={onStory} />
      {nextVersion > 1 && <WhatIfSummary store={store} onOpen={onWhatIf} />}
      <Textarea
        mt={14}
        label={t("publish.why")}
        description={t("publish.whyHelp")}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {errors > 0 && <p style={{ marginTop: 10, fontWeight: 600 }}>{t("publish.errors", { count: errors })}</p>}
      {errors === 0 && warnings > 0 && (
        <Checkbox
          mt={14}
          label={t("publish.warnings")}
          checked={acknowledged}
          onChange={(event) => acknowledge(event.currentTarget.checked)}
        />
      )}
      <div style={{ marginTop: refused.length > 0 ? 12 : 0 }}>
        <ProblemList
          problems={refused}
          offer={({ code }) =>
            code === "VERSION_MOVED_ON" && (
              <Button size="compact-xs" mt={6} onClick={onMerge}>
                {t("versions:merge.open")}
              </Button>
            )
          }
        />
      </div>
      <Group className={css.foot ?? ""} justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("publish.cancel")}
        </Button>
        {errors > 0 ? (
          <Button onClick={onProblems} data-autofocus>
            {t("publish.toProblems")}
          </Button>
        ) : (
          <Button disabled={warnings > 0 && !acknowledged} loading={isPublishing} onClick={() => onPublish(note)}>
            {t("publish.confirm", { version: nextVersion })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
