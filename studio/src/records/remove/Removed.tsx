import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import type { Collection } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import css from "./Removed.module.css";

interface RemovedProps {
  readonly collection: Collection;
  readonly id: string;
  /** The version that the deletion left. */
  readonly version: number;
  readonly name: string;
  /** The notification that shows this. */
  readonly toast: string;
  readonly onRestored: () => void;
}

/** Tells that a record is gone, and brings it back at a press: its page opens again as it was. */
export function Removed({ collection, id, version, name, toast, onRestored }: RemovedProps) {
  const { t } = useTranslation("records");
  const command = useCommand(`${collection}.restore`);
  const restore = async (): Promise<void> => {
    const done = await command.run({ id, version });
    if (done === null) return;
    notifications.hide(toast);
    notifications.show({ message: t("restored", { name }) });
    onRestored();
  };
  return (
    <div className={css.removed}>
      <span>{t("removed", { name })}</span>
      <Button variant="default" size="xs" loading={command.isRunning} onClick={() => void restore()}>
        {t("undoRemove")}
      </Button>
      <ProblemList problems={command.problems} />
    </div>
  );
}
