import { Radio, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useRecordSchemas } from "../../form/useRecordSchemas.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import css from "./newProcess.module.css";

/** What stands for a blank canvas among the templates; no process has an empty key. */
export const BLANK = "";

interface TemplateChoiceProps {
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** What a new process begins with: a blank canvas, or one of the shipped templates with what it is for. */
export function TemplateChoice({ chosen, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation("processes");
  const { local } = useLanguage();
  const schemas = useRecordSchemas();
  const templates = useQueryOf("processes.templates", undefined, { staleMs: Number.POSITIVE_INFINITY });
  const choices = [
    { key: BLANK, title: t("create.blank"), says: t("create.blankHelp"), about: "" },
    ...(templates.data ?? []).map(({ key, name, description, recordType, steps }) => ({
      key,
      title: local(name),
      says: local(description),
      about: `${local(schemas.byType(recordType)?.label)} · ${t("create.steps", { count: steps })}`,
    })),
  ];
  return (
    <Radio.Group label={t("create.from")} value={chosen} onChange={onChoose} mb={14}>
      <div className={css.choices}>
        {choices.map(({ key, title, says, about }) => (
          <Radio.Card key={key} value={key} className={css.choice ?? ""} data-template={key}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Text size="xs" c="var(--tx-2)">
              {says}
            </Text>
            <Text size="xs" c="var(--tx-3)" mt={4}>
              {about}
            </Text>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
