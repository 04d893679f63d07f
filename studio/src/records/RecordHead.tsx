import type { RecordSchema } from "@sluice/domain";
import { IconChevronRight, IconRoute } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { recordAddress, slugOf } from "../api/recordTypes.ts";
import type { CaseAnswer, Collection, RecordView, ShownMove } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { Chip } from "./Chip.tsx";
import { MoveButtons } from "./moves/MoveButtons.tsx";
import { StageSteps } from "./moves/StageSteps.tsx";
import { QuoteActions } from "./quote/QuoteActions.tsx";
import { RemoveMenu } from "./remove/RemoveMenu.tsx";
import { StageChip } from "./StageChip.tsx";
import { StartMenu } from "./start/StartMenu.tsx";
import css from "./RecordPage.module.css";

interface RecordHeadProps {
  readonly collection: Collection;
  readonly schema: RecordSchema;
  readonly record: RecordView;
  readonly openCase: CaseAnswer | null;
  readonly moves: readonly ShownMove[];
  readonly blockedBecause: string | null;
  /** The move under way. */
  readonly running: string | null;
  readonly onMove: (move: ShownMove) => void;
}

/** What it is, where it stands, and what one can do with it. */
export function RecordHead({
  collection,
  schema,
  record,
  openCase,
  moves,
  blockedBecause,
  running,
  onMove,
}: RecordHeadProps) {
  const { t } = useTranslation("records");
  const { local } = useLanguage();
  const about = ["quote", "customer"].flatMap((path) => {
    const ref = record.refs[path];
    return ref === undefined ? [] : [[path, ref] as const];
  });
  const stageKey = record.stage?.key ?? openCase?.case.stage?.key ?? null;
  return (
    <header className={css.head}>
      <div className={css.crumbs}>
        <Link to="/$collection" params={{ collection: slugOf(collection) }}>
          {local(schema.plural)}
        </Link>
        {record.number === null ? null : (
          <>
            <IconChevronRight size={13} aria-hidden="true" />
            <span>{record.number}</span>
          </>
        )}
        {about.map(([path, ref]) => (
          <span key={path} className={css.about}>
            <Link to={recordAddress(ref.type, ref.id) ?? "/"}>{ref.title}</Link>
          </span>
        ))}
        {typeof record.fields.revision === "number" && record.fields.revision > 1 ? (
          <Chip>{t("revision", { revision: record.fields.revision })}</Chip>
        ) : null}
      </div>
      <div className={css.titleRow}>
        <h1>{record.title}</h1>
        <StageChip recordType={record.type} stage={record.stage} />
        <div className={css.acts}>
          {record.caseId === null ? null : (
            <LinkButton
              variant="subtle"
              color="gray"
              to="/cases/$id"
              params={{ id: record.caseId }}
              leftSection={<IconRoute size={15} />}
            >
              {t("openCase")}
            </LinkButton>
          )}
          {collection === "quotes" ? <QuoteActions quote={record} /> : null}
          <StartMenu schema={schema} record={record} blockedBecause={blockedBecause} />
          <MoveButtons
            moves={moves}
            recordType={schema.type}
            recordId={record.id}
            blockedBecause={blockedBecause}
            running={running}
            onMove={onMove}
          />
          <RemoveMenu collection={collection} record={record} />
        </div>
      </div>
      {openCase === null ? null : (
        <div className={css.stages}>
          <StageSteps definition={openCase.definition} stageKey={stageKey} visited={openCase.visited} />
        </div>
      )}
    </header>
  );
}
