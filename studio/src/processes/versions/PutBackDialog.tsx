import { Button, Group, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import type { LiveCount } from "../../canvas/store/live.ts";
import { ReasonField } from "../../form/ReasonField.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import { PublishGone } from "../publish/PublishGone.tsx";
import { PublishPeople } from "../publish/PublishPeople.tsx";
import type { StudioPorts } from "../studioPorts.ts";
import { usePublishedDefinition } from "../usePublishedDefinition.ts";
import { PutBackVerdict } from "./PutBackVerdict.tsx";

interface PutBackDialogProps {
  readonly processKey: string;
  readonly version: number;
  readonly definition: ProcessDefinition;
  /** The version in force. */
  readonly from: number;
  /** Where running cases stand, of whatever version. */
  readonly counts: readonly LiveCount[];
  readonly ports: StudioPorts;
  readonly onClose: () => void;
}

/** Puts an earlier version in force again, with its reason: what that does to people, and what stands against it by now. */
export function PutBackDialog({ processKey, version, definition, from, counts, ports, onClose }: PutBackDialogProps) {
  const { t } = useTranslation("versions");
  const rollBack = useCommand("processes.rollBack");
  const inForce = usePublishedDefinition(from, ports).definition;
  const [reason, setReason] = useState("");
  const confirm = async (): Promise<void> => {
    if ((await rollBack.run({ key: processKey, version, from, reason: reason.trim() })) === null) return;
    notifications.show({ message: t("putBack.done", { version }), color: "green" });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("putBack.title", { version })}
      size={560}
      closeButtonProps={{ "aria-label": t("putBack.cancel") }}
    >
      <p>{t("putBack.what", { version })}</p>
      {inForce && <PublishPeople before={inForce} after={definition} />}
      {inForce && <PublishGone before={inForce} after={definition} counts={counts} />}
      <PutBackVerdict definition={definition} ports={ports} />
      <ReasonField mt={12} label={t("putBack.reason")} data-autofocus value={reason} onChange={setReason} />
      <div style={{ marginTop: rollBack.problems.length > 0 ? 12 : 0 }}>
        <ProblemList problems={rollBack.problems} />
      </div>
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("putBack.cancel")}
        </Button>
        <Button disabled={reason.trim() === ""} loading={rollBack.isRunning} onClick={() => void confirm()}>
          {t("putBack.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}
