import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";

interface SendBackDialogProps {
  readonly definition: ProcessDefinition;
  readonly visited: readonly string[];
  readonly from: string;
  readonly onClose: () => void;
  /** Null: back to whoever started it. */
  readonly onChoose: (node: string | null) => void;
}

/** Where to send it back to: any step of people that the case has been at, or whoever started it. */
export function SendBackDialog({ definition, visited, from, onClose, onChoose }: SendBackDialogProps) {
  const { t } = useTranslation(["inbox", "form"]);
  const { local } = useLanguage();
  const [to, setTo] = useState("");
  const steps = definition.nodes.filter(
    (node) => (node.kind === "task" || node.kind === "approval") && node.id !== from && visited.includes(node.id),
  );
  return (
    <Modal opened onClose={onClose} title={t("sendBack")}>
      <Radio.Group label={t("sendBackTo")} value={to} onChange={setTo}>
        <Stack gap={8} mt={8}>
          <Radio value="" label={t("sendBackInitiator")} />
          {steps.map((step) => (
            <Radio key={step.id} value={step.id} label={local(step.name)} />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" mt="md" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("form:cancel")}
        </Button>
        <Button onClick={() => onChoose(to === "" ? null : to)}>{t("sendBack")}</Button>
      </Group>
    </Modal>
  );
}
