import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { ShownProblem } from "../api/shapes.ts";
import { textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { ProblemList } from "../states/ProblemList.tsx";

interface PublishDialogProps {
  readonly store: CanvasStore;
  readonly nextVersion: number;
  readonly running: number;
  readonly hasChanges: boolean;
  readonly refused: readonly ShownProblem[];
  readonly isPublishing: boolean;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

/** What publishing does to people, what still stands against it, and the last word. Errors block; warnings are acknowledged. */
export function PublishDialog({
  store,
  nextVersion,
  running,
  hasChanges,
  refused,
  isPublishing,
  onPublish,
  onClose,
}: PublishDialogProps) {
  const { t } = useTranslation("processes");
  const sayings = useSayings();
  const { findings, errors, warnings } = useStore(store, ({ problems }) => problems);
  const [acknowledged, acknowledge] = useState(false);
  const isBlocked = errors > 0 || !hasChanges || (warnings > 0 && !acknowledged);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("publish.title", { version: nextVersion })}
      size={480}
      closeButtonProps={{ "aria-label": t("publish.cancel") }}
    >
      {hasChanges ? (
        <>
          <p>{t("publish.what", { version: nextVersion })}</p>
          {running > 0 && <p style={{ marginTop: 6 }}>{t("publish.running", { count: running })}</p>}
        </>
      ) : (
        <p>{t("publish.nothing", { version: nextVersion - 1 })}</p>
      )}
      {findings.length > 0 && (
        <ul style={{ listStyle: "none", margin: "14px 0 0", padding: 0, maxHeight: 220, overflow: "auto" }}>
          {findings.map((finding, index) => (
            <li
              key={index}
              style={{
                display: "flex",
                gap: 8,
                padding: "4px 0",
                color: finding.severity === "error" ? "var(--err)" : "var(--warn)",
              }}
            >
              {finding.severity === "error" ? (
                <IconAlertCircle size={16} stroke={1.7} aria-hidden style={{ flex: "none", marginTop: 1 }} />
              ) : (
                <IconAlertTriangle size={16} stroke={1.7} aria-hidden style={{ flex: "none", marginTop: 1 }} />
              )}
              {textIn(sayings, finding.message)}
            </li>
          ))}
        </ul>
      )}
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
        <ProblemList problems={refused} />
      </div>
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("publish.cancel")}
        </Button>
        <Button disabled={isBlocked} loading={isPublishing} onClick={onPublish}>
          {t("publish.confirm", { version: nextVersion })}
        </Button>
      </Group>
    </Modal>
  );
}
