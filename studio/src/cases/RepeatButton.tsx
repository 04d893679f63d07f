import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/useCommand.ts";
import { ProblemList } from "../states/ProblemList.tsx";

/** One click repeats what may have happened: the reason says itself. */
export function RepeatButton({ caseId, incident }: { readonly caseId: string; readonly incident: string }) {
  const { t } = useTranslation("cases");
  const command = useCommand("cases.intervene");
  const repeat = async (): Promise<void> => {
    const done = await command.run({ caseId, act: { do: "retry", incident }, reason: t("repeatReason") });
    if (done !== null) notifications.show({ message: t("intervened", { act: t("repeatOnce") }) });
  };
  return (
    <>
      <Button loading={command.isRunning} onClick={() => void repeat()}>
        {t("repeatOnce")}
      </Button>
      <ProblemList problems={command.problems} />
    </>
  );
}
