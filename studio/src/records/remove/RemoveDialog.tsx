import { Button, Group, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { slugOf } from "../../api/recordTypes.ts";
import type { Collection, RecordView } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";
import { LinkButton } from "../../shell/LinkButton.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import { Removed } from "./Removed.tsx";

/** How long the way back stays in sight. */
const UNDO_FOR_MS = 15_000;

interface RemoveDialogProps {
  readonly collection: Collection;
  readonly record: RecordView;
  readonly onClose: () => void;
}

/** Says what deleting does before it is done. Refused, it says why and leads to the case that is in the way; done, the way back is offered. */
export function RemoveDialog({ collection, record, onClose }: RemoveDialogProps) {
  const { t } = useTranslation(["records", "form"]);
  const navigate = useNavigate();
  const command = useCommand(`${collection}.delete`);
  const name = record.title || record.number || "–";
  const isRefused = command.problems.length > 0;

  const remove = async (): Promise<void> => {
    const done = await command.run({ id: record.id, version: record.version });
    if (done === null) return;
    await navigate({ to: "/$collection", params: { collection: slugOf(collection) } });
    const id = `removed-${record.id}`;
    notifications.show({
      id,
      autoClose: UNDO_FOR_MS,
      message: (
        <Removed
          collection={collection}
          id={record.id}
          version={done.version ?? record.version + 1}
          name={name}
          toast={id}
          onRestored={() =>
            void navigate({ to: "/$collection/$id", params: { collection: slugOf(collection), id: record.id } })
          }
        />
      ),
    });
  };

  return (
    <Modal opened onClose={onClose} title={t("removeTitle", { name })}>
      <p>{t("removeText")}</p>
      <ProblemList
        problems={command.problems}
        offer={({ values }) =>
          typeof values["caseId"] === "string" ? (
            <LinkButton variant="default" to="/cases/$id" params={{ id: values["caseId"] }} mt={6}>
              {t("openCase")}
            </LinkButton>
          ) : null
        }
      />
      <Group justify="flex-end" mt="md" gap={8}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("form:cancel")}
        </Button>
        <Button color="red" loading={command.isRunning} onClick={() => void remove()}>
          {t(isRefused ? "removeAgain" : "remove")}
        </Button>
      </Group>
    </Modal>
  );
}
