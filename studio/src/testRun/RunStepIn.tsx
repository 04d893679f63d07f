import { Button, Menu } from "@mantine/core";
import { openInterventions } from "@sluice/process";
import { IconShieldCog } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawnName, incidentWords } from "./momentWords.ts";
import { toldSoFar } from "./run.ts";
import { nameOf } from "./runWords.ts";
import { StepInDialog, type Wanted } from "./StepInDialog.tsx";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

interface RunStepInProps {
  readonly open: OpenRun;
  readonly acting: string;
  readonly onActing: (personId: string) => void;
}

/** What has gone wrong, and what an admin, or whoever a step names, may do about it and about the whole case. */
export function RunStepIn({ open, acting, onActing }: RunStepInProps) {
  const { t } = useTranslation(["testRun", "cases"]);
  const { plan, run, now, words, definition } = open;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const may = useMemo(() => openInterventions(plan, toldSoFar(run), acting), [plan, run, acting]);
  const { status, incidents, seq } = now.state;
  const isOver = status === "ended";
  const admin = run.story.given.people.find(({ roles }) => roles.includes("admin"))?.id;
  const isAllowed = may.whole || may.incidents.length > 0 || may.work.length > 0;
  if (seq === 0 || (isOver && incidents.length === 0)) return null;
  return (
    <section className={css.part} aria-labelledby="run-step-in" data-run-step-in={status}>
      <h3 id="run-step-in">{t(incidents.length > 0 ? "now.incidents" : "stepIn.title")}</h3>
      {status === "suspended" && <p className={css.muted}>{t("stepIn.suspended")}</p>}
      {incidents.map(({ id, node, code, values }) => (
        <div key={id} data-run-incident={code}>
          <p className={css.why}>{incidentWords(words, definition, { node, code, values })}</p>
          {may.incidents.includes(node) && (
            <div
              className={css.acts}
              role="group"
              aria-label={t("stepIn.about", { at: drawnName(words, definition, node) })}
            >
              {(["retry", "skip", ...(now.state.compensable.length > 0 ? (["compensate"] as const) : [])] as const).map(
                (act) => (
                  <Button
                    key={act}
                    size="compact-sm"
                    variant="default"
                    onClick={() => setWanted({ do: act, at: node })}
                  >
                    {t(`cases:${act}`)}
                  </Button>
                ),
              )}
            </div>
          )}
        </div>
      ))}
      {!isAllowed && <p className={css.muted}>{t("stepIn.forAdmins")}</p>}
      <div className={css.acts}>
        {!isOver && (may.whole || may.work.length > 0) && (
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="compact-sm" variant="default" leftSection={<IconShieldCog size={13} stroke={1.8} />}>
                {t("stepIn.open")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {may.whole && (
                <>
                  <Menu.Item onClick={() => setWanted({ do: status === "suspended" ? "resume" : "suspend" })}>
                    {t(status === "suspended" ? "cases:resume" : "cases:suspend")}
                  </Menu.Item>
                  <Menu.Item onClick={() => setWanted({ do: "jump" })}>{t("stepIn.jump")}</Menu.Item>
                </>
              )}
              {may.work.length > 0 && (
                <Menu.Item onClick={() => setWanted({ do: "reassign" })}>{t("cases:reassign")}</Menu.Item>
              )}
              {may.whole && (
                <Menu.Item color="red" onClick={() => setWanted({ do: "cancel" })}>
                  {t("cases:cancel")}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
        {!may.whole && admin !== undefined && admin !== acting && (
          <Button size="compact-sm" variant="default" onClick={() => onActing(admin)}>
            {t("acting.actAs", { name: nameOf(words, admin) })}
          </Button>
        )}
      </div>
      {wanted !== null && (
        <StepInDialog open={open} acting={acting} wanted={wanted} work={may.work} onClose={() => setWanted(null)} />
      )}
    </section>
  );
}
