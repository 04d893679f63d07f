import { Button, Checkbox, Group, SegmentedControl } from "@mantine/core";
import type { MigrationMapping, ProcessDefinition, TimerChoice } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/surface.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ReasonField } from "../../form/ReasonField.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import { MappingPart } from "./MappingPart.tsx";
import type { MeantFilter } from "./MeantCases.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { usePreview } from "./usePreview.ts";
import css from "./migration.module.css";

interface MigrationPlanProps {
  readonly process: string;
  readonly from: number;
  readonly to: number;
  readonly filter: MeantFilter;
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly proposal: OutputOf<"migrations.propose">;
  readonly onStarted: (id: string) => void;
}

const timerChoices = ["kept", "restarted", "new"] as const satisfies readonly TimerChoice[];

/** How cases go over: what each step has become, what of their alarms; then every case's verdict; then the word to begin. */
export function MigrationPlan({ process, from, to, filter, before, after, proposal, onStarted }: MigrationPlanProps) {
  const { t } = useTranslation("migration");
  const [mapping, setMapping] = useState<MigrationMapping>(proposal.mapping);
  const [timers, setTimers] = useState<TimerChoice>("kept");
  const [reason, setReason] = useState("");
  const [stopsAfterTrial, setStopsAfterTrial] = useState(true);
  const { preview, look, clear } = usePreview();
  const start = useCommand("migrations.start");
  const wish = { process, from, to, mapping: structuredClone(mapping) as typeof proposal.mapping, timers, filter };
  const moving = preview?.counts.moves ?? 0;
  const begin = async (): Promise<void> => {
    const begun = await start.run({ ...wish, reason: reason.trim(), stopsAfterTrial });
    if (begun?.recordId) onStarted(begun.recordId);
  };
  return (
    <>
      <MappingPart
        before={before}
        after={after}
        proposal={proposal}
        mapping={mapping}
        onChange={(next) => {
          setMapping(next);
          clear();
        }}
      />
      <section className={css.part} aria-labelledby="migration-timers">
        <h2 id="migration-timers">{t("timers.title")}</h2>
        <SegmentedControl
          aria-labelledby="migration-timers"
          data={timerChoices.map((value) => ({ value, label: t(`timers.${value}`) }))}
          value={timers}
          onChange={(value) => {
            setTimers(value as TimerChoice);
            clear();
          }}
        />
      </section>
      <Button
        variant={preview === null ? "filled" : "default"}
        mt={16}
        loading={preview !== null && !preview.isWhole}
        onClick={() => void look(wish)}
      >
        {t(preview === null ? "preview.open" : "preview.again")}
      </Button>
      {preview && <PreviewPanel preview={preview} from={from} />}
      {preview?.isWhole && preview.done > 0 && (
        <section className={css.part}>
          <ReasonField
            label={t("start.reason")}
            description={t("start.reasonHelp")}
            value={reason}
            onChange={setReason}
          />
          <Checkbox
            mt={12}
            label={t("start.trial")}
            checked={stopsAfterTrial}
            onChange={(event) => setStopsAfterTrial(event.currentTarget.checked)}
          />
          <ProblemList problems={start.problems} />
          <Group mt={16}>
            <Button
              disabled={moving === 0 || reason.trim() === ""}
              loading={start.isRunning}
              onClick={() => void begin()}
            >
              {moving === 0 ? t("start.none") : t("start.confirm", { count: moving })}
            </Button>
          </Group>
        </section>
      )}
    </>
  );
}
