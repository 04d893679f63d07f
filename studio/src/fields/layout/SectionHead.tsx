import { ActionIcon, TextInput } from "@mantine/core";
import type { LocalText } from "@sluice/problems";
import { IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import css from "../fields.module.css";

interface SectionHeadProps {
  readonly number: number;
  readonly title: LocalText;
  readonly isOnly: boolean;
  readonly onRename: (title: LocalText) => void;
  readonly onRaise: (() => void) | null;
  readonly onRemove: () => void;
}

/** The name of a section in both languages, and what can be done with it as a whole. */
export function SectionHead({ number, title, isOnly, onRename, onRaise, onRemove }: SectionHeadProps) {
  const { t } = useTranslation("fields");
  return (
    <div className={css.sectionHead}>
      <TextInput
        aria-label={t("sectionEn", { number })}
        lang="en"
        value={title.en}
        maxLength={60}
        onChange={(event) => onRename({ ...title, en: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t("sectionZh", { number })}
        lang="zh-CN"
        value={title.zh}
        maxLength={60}
        onChange={(event) => onRename({ ...title, zh: event.currentTarget.value })}
      />
      <ActionIcon aria-label={t("sectionUp", { number })} disabled={onRaise === null} onClick={() => onRaise?.()}>
        <IconArrowUp size={15} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label={t("sectionRemove", { number })} disabled={isOnly} onClick={onRemove}>
        <IconTrash size={15} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}
