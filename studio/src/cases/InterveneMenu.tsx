import { Button, Menu } from "@mantine/core";
import type { Intervention } from "@sluice/process";
import {
  IconArrowMoveRight,
  IconPlayerPause,
  IconPlayerPlay,
  IconShieldCog,
  IconVersions,
  IconX,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { InterveneDialog } from "./InterveneDialog.tsx";
import { JumpDialog } from "./JumpDialog.tsx";

/** What an admin may do to a whole case. */
export function InterveneMenu({ answer: { case: it, definition } }: { readonly answer: CaseAnswer }) {
  const { t } = useTranslation("cases");
  const { id: caseId, status, processKey, version } = it;
  const [act, setAct] = useState<Intervention | null>(null);
  const [isJumping, setJumping] = useState(false);
  const published = useQueryOf("processes.get", { key: processKey }, { enabled: status !== "ended" });
  const newest = published.data?.publishedVersion ?? null;
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
          {status === "running" ? (
            <Menu.Item leftSection={<IconArrowMoveRight size={15} />} onClick={() => setJumping(true)}>
              {t("jump")}
            </Menu.Item>
          ) : null}
          {newest === null || newest === version ? null : (
            <Menu.Item
              leftSection={<IconVersions size={15} />}
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/studio/processes/$key/migrate"
                  params={{ key: processKey }}
                  search={{ from: version, case: caseId }}
                />
              )}
            >
              {t("takeOver", { version: newest })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconX size={15} />} onClick={() => setAct({ do: "cancel" })}>
            {t("cancel")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isJumping ? <JumpDialog caseId={caseId} definition={definition} onClose={() => setJumping(false)} /> : null}
      {act === null ? null : <InterveneDialog caseId={caseId} act={act} onClose={() => setAct(null)} />}
    </>
  );
}
