import { IconChevronRight, IconExternalLink, IconRoute } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { collectionOf, recordAddress } from "../api/recordTypes.ts";
import type { CaseAnswer, ShownMove } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { CatalogueProvider } from "../canvas/sayings/catalogue.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useCatalogueOf } from "../processes/useCatalogueOf.ts";
import { Card } from "../records/Card.tsx";
import { Chip } from "../records/Chip.tsx";
import { MoveButtons } from "../records/moves/MoveButtons.tsx";
import { MoveDialog } from "../records/moves/MoveDialog.tsx";
import { NextSteps } from "../records/moves/NextSteps.tsx";
import { StageSteps } from "../records/moves/StageSteps.tsx";
import { LinkButton } from "../shell/LinkButton.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import { CaseDecisions } from "./CaseDecisions.tsx";
import { CaseEffects } from "./CaseEffects.tsx";
import { CaseEvents } from "./CaseEvents.tsx";
import { CaseIncidents } from "./CaseIncidents.tsx";
import { CasePath } from "./CasePath.tsx";
import { CaseStageStay } from "./CaseStageStay.tsx";
import { CaseTasks } from "./CaseTasks.tsx";
import { CaseWaits } from "./CaseWaits.tsx";
import { endingOf } from "./endingOf.ts";
import { InterveneMenu } from "./InterveneMenu.tsx";
import css from "../records/RecordPage.module.css";

/** One case: where it stands, why it waits, the way it came, and the evidence for each step. */
export function CasePage() {
  const { id } = useParams({ from: "/cases/$id" });
  const answer = useQueryOf("cases.get", { id });
  if (answer.data !== undefined) return <OpenCase answer={answer.data} />;
  return answer.error ? (
    <FailureState isPage error={answer.error} onRetry={() => void answer.refetch()} />
  ) : (
    <LoadingState rows={8} />
  );
}

function OpenCase({ answer }: { readonly answer: CaseAnswer }) {
  const { t } = useTranslation(["cases", "records"]);
  const { instant } = useFormats();
  const { record, status, outcome, stage, initiator, openedAt, processKey, processName, version } = answer.case;
  const [moving, setMoving] = useState<ShownMove | null>(null);
  const schema = useRecordSchemas().byType(record.type);
  const collection = collectionOf(record.type);
  const whole = useQueryOf(`${collection ?? "customers"}.get`, { id: record.id }, { enabled: collection !== null });
  const to = recordAddress(record.type, record.id);
  const isBroken = answer.incidents.some((incident) => incident.clearedAt === null);
  const { local } = useLanguage();
  const catalogue = useCatalogueOf(record.type);
  const ending =
    status === "ended" && outcome !== null
      ? endingOf(answer.definition, { outcome, stageKey: stage?.key ?? null })
      : null;

  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.crumbs}>
          <Link to="/studio/processes/$key" params={{ key: processKey }}>
            {processName}
          </Link>
          <IconChevronRight size={13} aria-hidden="true" />
          <span>{t("version", { version })}</span>
        </div>
        <div className={css.titleRow}>
          <h1>{record.number === null ? record.title : `${record.number} · ${record.title}`}</h1>
          <Chip tone={ending?.tone ?? (status === "running" ? "accent" : status === "suspended" ? "warn" : "plain")}>
            {ending === null
              ? t(status)
              : t("endedWith", {
                  outcome: local(ending.name) || (ending.word === null ? (outcome ?? "") : t(`outcome.${ending.word}`)),
                })}
          </Chip>
          <div className={css.acts}>
            {to === null ? null : (
              <LinkButton variant="default" to={to} leftSection={<IconExternalLink size={15} />}>
                {t("openRecord", { title: record.number ?? record.title })}
              </LinkButton>
            )}
            <LinkButton
              variant="default"
              to="/studio/processes/$key"
              params={{ key: processKey }}
              search={{ tab: "live", case: answer.case.id }}
              leftSection={<IconRoute size={15} />}
            >
              {t("openOnCanvas")}
            </LinkButton>
            {answer.canIntervene ? <InterveneMenu answer={answer} /> : null}
            <MoveButtons
              moves={answer.moves}
              recordType={record.type}
              recordId={record.id}
              blockedBecause={null}
              onMove={setMoving}
            />
          </div>
        </div>
        <div className={css.stages}>
          <StageSteps definition={answer.definition} stageKey={stage?.key ?? null} visited={answer.visited} />
        </div>
        <CaseStageStay stay={answer.stageStay} />
      </header>
      <div className={css.columns}>
        <div className={css.main}>
          {isBroken || answer.incidents.some((incident) => incident.overcome) ? (
            <Card title={t("incidents")}>
              <CaseIncidents caseId={answer.case.id} incidents={answer.incidents} />
            </Card>
          ) : null}
          <Card title={t("whyTitle")}>
            <CaseWaits
              stage={status === "ended" ? null : (stage?.name ?? null)}
              definition={answer.definition}
              waits={answer.waits}
              isBroken={isBroken}
            />
          </Card>
          {answer.decisions.length === 0 ? null : (
            <Card title={t("decisions")}>
              <CatalogueProvider value={catalogue}>
                <CaseDecisions answer={answer} />
              </CatalogueProvider>
            </Card>
          )}
          <Card title={t("evidence")}>
            <CatalogueProvider value={catalogue}>
              <CaseEvents events={answer.events} definition={answer.definition} />
            </CatalogueProvider>
          </Card>
        </div>
        <aside className={css.aside}>
          {answer.moves.length === 0 ? null : (
            <Card title={t("records:nextSteps")}>
              <NextSteps moves={answer.moves} recordType={record.type} recordId={record.id} />
            </Card>
          )}
          <Card title={t("path")}>
            <CasePath answer={answer} />
          </Card>
          {answer.tasks.length === 0 ? null : (
            <Card title={t("tasks")}>
              <CatalogueProvider value={catalogue}>
                <CaseTasks caseId={answer.case.id} definition={answer.definition} tasks={answer.tasks} />
              </CatalogueProvider>
            </Card>
          )}
          {answer.effects.length === 0 ? null : (
            <Card title={t("effects")}>
              <CaseEffects effects={answer.effects} />
            </Card>
          )}
          <div className={css.facts}>
            <span>
              {initiator === null
                ? t("opened", { when: instant(openedAt) })
                : t("openedBy", { name: initiator.name, when: instant(openedAt) })}
            </span>
          </div>
        </aside>
      </div>
      {moving === null || schema === null || whole.data === undefined ? null : (
        <MoveDialog
          key={moving.id}
          move={moving}
          caseId={answer.case.id}
          schema={schema}
          record={whole.data}
          onClose={() => setMoving(null)}
        />
      )}
    </div>
  );
}
