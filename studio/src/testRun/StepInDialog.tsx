import { Button, Group, Modal, Select } from "@mantine/core";
import type { StoryEvent } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textIn } from "../canvas/sayings/sayings.ts";
import { ReasonField } from "../form/ReasonField.tsx";
import { drawnName } from "./momentWords.ts";
import { nameOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";

type StepIn = (StoryEvent & { do: "intervene" })["act"];

/** What is wanted, as far as it is known before anything was chosen. */
export type Wanted =
  | Exclude<StepIn, { do: "jump" | "reassign" }>
  | { readonly do: "jump" }
  | { readonly do: "reassign" };

interface StepInDialogProps {
  readonly open: OpenRun;
  readonly acting: string;
  readonly wanted: Wanted;
  /** The steps whose open work may be given away. */
  readonly work: readonly string[];
  readonly onClose: () => void;
}

/** Asks for the reason of an admin's act, and where to or to whom. Nothing is demanded: what is missing the case refuses. */
export function StepInDialog({ open, acting, wanted, work, onClose }: StepInDialogProps) {
  const { t } = useTranslation(["testRun", "cases"]);
  const { definition, words, run, happen } = open;
  const [reason, setReason] = useState("");
  const [at, setAt] = useState<string | null>(work[0] ?? null);
  const [to, setTo] = useState<string | null>(null);
  const title = wanted.do === "jump" ? t("stepIn.jump") : t(`cases:${wanted.do}`);
  const places = definition.nodes.filter(({ kind }) => kind !== "start");
  const name = (id: string): string => drawnName(words, definition, id);
  const actOf = (): StepIn | null => {
    if (wanted.do === "jump") return to === null ? null : { do: "jump", to };
    if (wanted.do === "reassign") return at === null || to === null ? null : { do: "reassign", at, to };
    return wanted;
  };
  const act = actOf();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("act.cancel") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (act === null) return;
          onClose();
          happen({ do: "intervene", by: acting, act, reason: reason.trim() });
        }}
      >
        <p>{wanted.do === "jump" ? t("stepIn.aboutJump") : t(`cases:about.${wanted.do}`)}</p>
        {wanted.do === "jump" && (
          <Select
            mt={8}
            label={t("stepIn.where")}
            searchable
            data={places.map(({ id, name: own }) => ({ value: id, label: textIn(words.sayings, own) || id }))}
            value={to}
            onChange={setTo}
          />
        )}
        {wanted.do === "reassign" && (
          <>
            <Select
              mt={8}
              label={t("stepIn.work")}
              data={work.map((id) => ({ value: id, label: name(id) }))}
              value={at}
              allowDeselect={false}
              onChange={setAt}
            />
            <Select
              mt={8}
              label={t("stepIn.whom")}
              searchable
              data={run.story.given.people.map(({ id }) => ({ value: id, label: nameOf(words, id) }))}
              value={to}
              onChange={setTo}
            />
          </>
        )}
        <ReasonField
          required={false}
          mt={8}
          label={t("act.reason")}
          data-autofocus
          value={reason}
          onChange={setReason}
        />
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={act === null} color={wanted.do === "cancel" ? "red" : "sluice"}>
            {title}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
