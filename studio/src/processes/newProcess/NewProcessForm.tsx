import { Button, Group, SegmentedControl, Select, Text, TextInput } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useRecordSchemas } from "../../form/useRecordSchemas.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { blankProcess } from "./blankProcess.ts";
import { nameOfCopy } from "./nameOfCopy.ts";
import { processKey } from "./processKey.ts";

interface NewProcessFormProps {
  /** What it begins with; a blank canvas without. */
  readonly from: ProcessDefinition | null;
  readonly takenKeys: readonly string[];
  readonly onClose: () => void;
}

/** Names a new process, saves its first draft, and opens it on the canvas. */
export function NewProcessForm({ from, takenKeys, onClose }: NewProcessFormProps) {
  const { t } = useTranslation("processes");
  const { local, language } = useLanguage();
  const navigate = useNavigate();
  const schemas = useRecordSchemas();
  const save = useCommand("processes.saveDraft");
  const [name, setName] = useState(() => {
    if (from === null) return "";
    return takenKeys.includes(from.key) ? t("create.copyName", { name: local(from.name) }) : local(from.name);
  });
  const [recordType, setRecordType] = useState(from?.recordType ?? "");
  const [kind, setKind] = useState<"lifeCycle" | "side">(from?.kind ?? "lifeCycle");
  const typed = name.trim();
  const isComplete = typed !== "" && recordType !== "";
  const begun = (): ProcessDefinition =>
    from === null
      ? blankProcess({
          key: processKey(typed, recordType, takenKeys),
          name: { en: typed, zh: typed },
          kind,
          recordType,
        })
      : { ...from, ...nameOfCopy(from, typed, language, takenKeys), kind };
  const create = async (): Promise<void> => {
    const definition = begun();
    const { key } = definition;
    if ((await save.run({ key, rev: 0, base: 0, definition })) === null) return;
    onClose();
    await navigate({ to: "/studio/processes/$key", params: { key } });
  };
  return (
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
  );
}
