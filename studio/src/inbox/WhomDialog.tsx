import { Button, Group, Modal, MultiSelect, SegmentedControl, Select } from "@mantine/core";
import type { TaskAct } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** The acts that name other people. */
export const peopleActs = ["transfer", "delegate", "addSigner", "removeSigner", "consult", "copy"] as const;
export type PeopleAct = (typeof peopleActs)[number];

interface WhomDialogProps {
  readonly act: PeopleAct;
  /** Whom it may be about, by id. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onAct: (act: TaskAct & { readonly do: PeopleAct }, label: string) => void;
}

/** Asks whom an act is about, among these people. */
export function WhomDialog({ act, people: data, onClose, onAct }: WhomDialogProps) {
  const { t } = useTranslation(["inbox", "form"]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [place, setPlace] = useState<"before" | "after" | "beside">("before");
  const takesMany = act === "addSigner" || act === "consult" || act === "copy";
  const label = t(act === "consult" ? "consultAct" : act === "copy" ? "copyAct" : act);
  const first = chosen[0];

  const run = (): void => {
    if (first === undefined) return;
    if (act === "transfer" || act === "delegate") onAct({ do: act, to: first }, label);
    else if (act === "removeSigner") onAct({ do: act, personId: first }, label);
    else if (act === "addSigner") onAct({ do: act, personIds: chosen, place }, label);
    else onAct({ do: act, personIds: chosen }, label);
  };

  return (
    <Modal opened onClose={onClose} title={label}>
      {takesMany ? (
        <MultiSelect
          label={t("whom")}
          data={data}
          value={[...chosen]}
          onChange={setChosen}
          searchable
          data-autofocus
          nothingFoundMessage={t("form:nothingFound")}
        />
      ) : (
        <Select
          label={t("whom")}
          data={data}
          value={first ?? null}
          onChange={(id) => setChosen(id === null ? [] : [id])}
          searchable
          data-autofocus
          nothingFoundMessage={t("form:nothingFound")}
        />
      )}
      {act === "addSigner" ? (
        <SegmentedControl
          mt="sm"
          aria-label={t("place")}
          value={place}
          onChange={(value) => setPlace(value as typeof place)}
          data={[
            { value: "before", label: t("before") },
            { value: "after", label: t("after") },
            { value: "beside", label: t("beside") },
          ]}
        />
      ) : null}
      <Group justify="flex-end" mt="md" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("form:cancel")}
        </Button>
        <Button disabled={first === undefined} onClick={run}>
          {label}
        </Button>
      </Group>
    </Modal>
  );
}
