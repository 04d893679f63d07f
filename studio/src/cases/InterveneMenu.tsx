import { Button, Menu } from "@mantine/core";
import type { Intervention } from "@sluice/process";
import { IconPlayerPause, IconPlayerPlay, IconShieldCog, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { InterveneDialog } from "./InterveneDialog.tsx";

/** What an admin may do to a whole case. */
export function InterveneMenu({
  caseId,
  status,
}: {
  readonly caseId: string;
  readonly status: CaseAnswer["case"]["status"];
}) {
  const { t } = useTranslation("cases");
  const [act, setAct] = useState<Intervention | null>(null);
  if (status === "ended") return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconShieldCog size={15} />}>
            {t("intervene")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {status === "running" ? (
            <Menu.Item leftSection={<IconPlayerPause size={15} />} onClick={() => setAct({ do: "suspend" })}>
              {t("suspend")}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconPlayerPlay size={15} />} onClick={() => setAct({ do: "resume" })}>
              {t("resume")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconX size={15} />} onClick={() => setAct({ do: "cancel" })}>
            {t("cancel")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {act === null ? null : <InterveneDialog caseId={caseId} act={act} onClose={() => setAct(null)} />}
    </>
  );
}
