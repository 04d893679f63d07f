import { Button, Group, Modal, Select } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandInput } from "../../api/surface.ts";
import { useCommand } from "../../api/useCommand.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { ReasonField } from "../../form/ReasonField.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { MigrationSearch } from "../../routes/searchParams.ts";
import { LinkButton } from "../../shell/LinkButton.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import type { LiveFilter } from "../liveView.ts";
import { BulkProgress } from "./BulkProgress.tsx";
import css from "../live.module.css";

type Deed = CommandInput<"bulk.start">["act"];
interface Target {
  readonly node?: string;
  readonly filter: LiveFilter;
}
const ACTS = ["move", "reassign", "retry", "skip", "suspend", "resume", "migrate", "cancel"] as const;
type Act = (typeof ACTS)[number];

const MOST = 5_000;

interface BulkDialogProps {
  readonly definition: ProcessDefinition;
  /** The step or stage whose cases are meant; all of them without one. */
  readonly node: string | null;
  readonly filter: LiveFilter;
  /** Whether it opens on how far the last one is. */
  readonly showsLast: boolean;
  readonly onClose: () => void;
}

/** The act as it is sent; null while something of it is not chosen yet. */
const deedOf = (act: Act, chosen: string | null): Deed | null => {
  if (act === "move") return chosen === null ? null : { do: act, move: chosen };
  if (act === "reassign") return chosen === null ? null : { do: act, to: chosen };
  return act === "migrate" ? null : { do: act };
};

/** The same cases, as the screen is asked for them where they are taken over: there is one way to do that. */
const migrationOf = ({ node, filter }: Target): MigrationSearch => {
  const { version, department, amountFrom, amountUntil } = filter;
  return {
    ...(version === undefined ? {} : { from: version }),
    ...(node === undefined ? {} : { node }),
    ...(department === undefined ? {} : { department }),
    ...(amountFrom === undefined ? {} : { amountFrom }),
    ...(amountUntil === undefined ? {} : { amountUntil }),
  };
};

/** What an admin does to all cases at a step, of a stage, or of the process: with a reason, and honest about what cannot be undone. */
export function BulkDialog({ definition, node, filter, showsLast, onClose }: BulkDialogProps) {
  const { t } = useTranslation("bulk");
  const { local } = useLanguage();
  const process = definition.key;
  const target: Target = { ...(node === null ? {} : { node }), filter };
  const [isFollowing, follow] = useState(showsLast);
  const [act, setAct] = useState<Act>("suspend");
  const [chosen, choose] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const count = useQueryOf("bulk.count", { process, target }, { enabled: !isFollowing }).data?.count;
  const people = useQueryOf("people.list", undefined, { staleMs: 60_000 }).data ?? [];
  const start = useCommand("bulk.start");
  const stages = definition.nodes.flatMap((it) =>
    it.kind === "stage" && (node === null || it.id === node) ? [it] : [],
  );
  const options: Partial<Record<Act, { label: string; data: { value: string; label: string }[] }>> = {
    move: {
      label: t("moveName"),
      data: stages.flatMap(({ moves }) =>
        moves
          .filter(({ trigger }) => trigger.by === "person")
          .map(({ id, name }) => ({ value: id, label: local(name) || id })),
      ),
    },
    reassign: {
      label: t("whom"),
      data: people.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
    },
  };
  const asked = options[act];
  const deed = deedOf(act, chosen);
  const run = async (): Promise<void> => {
    if (deed === null) return;
    const begun = await start.run({ process, target, act: deed, reason: reason.trim() });
    if (begun !== null) follow(true);
  };
  return (
    <Modal opened onClose={onClose} title={t("title")} size={500} closeButtonProps={{ "aria-label": t("close") }}>
      {isFollowing ? (
        <BulkProgress processKey={process} onAgain={() => follow(false)} onClose={onClose} />
      ) : (
        <form
          className={css.filter}
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <Select
            label={t("act")}
            data={ACTS.filter((each) => each !== "move" || (options.move?.data.length ?? 0) > 0).map((each) => ({
              value: each,
              label: t(`acts.${each}`),
            }))}
            value={act}
            allowDeselect={false}
            onChange={(value) => {
              setAct(ACTS.find((each) => each === value) ?? "suspend");
              choose(null);
            }}
          />
          <p>{t(`about.${act}`)}</p>
          {asked && (
            <Select label={asked.label} required searchable data={asked.data} value={chosen} onChange={choose} />
          )}
          {act !== "migrate" && (
            <ReasonField label={t("reason")} description={t("reasonHint")} value={reason} onChange={setReason} />
          )}
          {count !== undefined && act !== "migrate" && (
            <p role="status">
              {count === 0 ? t("nobody") : count > MOST ? t("tooMany", { most: MOST }) : t("meant", { count })}
            </p>
          )}
          <ProblemList problems={start.problems} />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t("close")}
            </Button>
            {act === "migrate" ? (
              <LinkButton to="/studio/processes/$key/migrate" params={{ key: process }} search={migrationOf(target)}>
                {t("plan")}
              </LinkButton>
            ) : (
              <Button
                type="submit"
                color={act === "cancel" ? "red" : "sluice"}
                loading={start.isRunning}
                disabled={deed === null || reason.trim() === "" || !count || count > MOST}
              >
                {t("start")}
              </Button>
            )}
          </Group>
        </form>
      )}
    </Modal>
  );
}
