import { Button, Group, Modal, SegmentedControl, Select, Text, TextInput } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useRecordSchemas } from "../../form/useRecordSchemas.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { blankProcess } from "./blankProcess.ts";
import { processKey } from "./processKey.ts";

interface NewProcessDialogProps {
  /** What it begins with: a copy of this one, else a blank canvas. */
  readonly from: ProcessDefinition | null;
  readonly takenKeys: readonly string[];
  readonly onClose: () => void;
}

/** Names a new process, saves its first draft, and opens it on the canvas. */
export function NewProcessDialog({ from, takenKeys, onClose }: NewProcessDialogProps) {
  const { t } = useTranslation("processes");
  const { local } = useLanguage();
  const navigate = useNavigate();
  const schemas = useRecordSchemas();
  const save = useCommand("processes.saveDraft");
  const [name, setName] = useState(from === null ? "" : t("create.copyName", { name: local(from.name) }));
  const [recordType, setRecordType] = useState(from?.recordType ?? "");
  const [kind, setKind] = useState<"lifeCycle" | "side">(from?.kind ?? "lifeCycle");
  const isComplete = name.trim() !== "" && recordType !== "";
  const create = async (): Promise<void> => {
    const given = { en: name.trim(), zh: name.trim() };
    const key = processKey(name, recordType, takenKeys);
    const definition =
      from === null ? blankProcess({ key, name: given, kind, recordType }) : { ...from, key, name: given, kind };
    if ((await save.run({ key, rev: 0, definition })) === null) return;
    onClose();
    await navigate({ to: "/studio/processes/$key", params: { key } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={from === null ? t("create.title") : t("create.copyTitle", { name: local(from.name) })}
      size={460}
      closeButtonProps={{ "aria-label": t("create.cancel") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) void create();
        }}
      >
        <TextInput
          label={t("create.name")}
          required
          maxLength={120}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          mt={12}
          label={t("table.record")}
          description={from === null ? t("create.recordHelp") : t("create.recordStays")}
          required
          searchable
          disabled={from !== null}
          data={schemas.all.map(({ type, label }) => ({ value: type, label: local(label) }))}
          value={recordType === "" ? null : recordType}
          onChange={(type) => setRecordType(type ?? "")}
        />
        <Text component="div" id="process-kind" size="sm" fw={500} mt={12} mb={4}>
          {t("create.kind")}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="process-kind"
          data={[
            { value: "lifeCycle", label: t("create.lifeCycle") },
            { value: "side", label: t("create.side") },
          ]}
          value={kind}
          onChange={(chosen) => setKind(chosen === "side" ? "side" : "lifeCycle")}
        />
        <Text size="xs" mt={6} mb={16} c="var(--tx-2)">
          {t(kind === "lifeCycle" ? "create.lifeCycleHelp" : "create.sideHelp")}
        </Text>
        <ProblemList problems={save.problems} />
        <Group justify="flex-end" mt={16} gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("create.cancel")}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={!isComplete}>
            {t("create.confirm")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
