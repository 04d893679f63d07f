import { ActionIcon, Button, Input, TextInput } from "@mantine/core";
import type { Choice } from "@sluice/domain";
import { IconArchive, IconArchiveOff, IconArrowUp, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import css from "./fields.module.css";

interface ChoiceListProps {
  readonly choices: readonly Choice[];
  readonly error?: string | undefined;
  readonly onChange: (choices: readonly Choice[]) => void;
}

/** The choices of a field in their order, each with a key that stays and its words. */
export function ChoiceList({ choices, error, onChange }: ChoiceListProps) {
  const { t } = useTranslation("fields");
  const put = (at: number, choice: Choice): void => onChange(choices.map((it, index) => (index === at ? choice : it)));
  const freeKey = (): string => {
    let number = choices.length + 1;
    while (choices.some(({ key }) => key === `option${number}`)) number += 1;
    return `option${number}`;
  };
  const raise = (at: number): void => {
    const [one, other] = [choices[at - 1], choices[at]];
    if (one === undefined || other === undefined) return;
    onChange(choices.map((it, index) => (index === at - 1 ? other : index === at ? one : it)));
  };
  return (
    <Input.Wrapper label={t("choices")} description={t("choiceHelp")} error={error ?? null} required>
      <div className={css.choices}>
        {choices.map((choice, index) => {
          const number = index + 1;
          const isAway = choice.archived === true;
          return (
            <div key={index} className={css.choice} data-away={isAway || undefined}>
              <TextInput
                aria-label={t("choiceKey", { number })}
                className={css.mono ?? ""}
                value={choice.key}
                onChange={(event) => put(index, { ...choice, key: event.currentTarget.value.trim() })}
              />
              <TextInput
                aria-label={t("choiceEn", { number })}
                lang="en"
                value={choice.label.en}
                onChange={(event) =>
                  put(index, { ...choice, label: { ...choice.label, en: event.currentTarget.value } })
                }
              />
              <TextInput
                aria-label={t("choiceZh", { number })}
                lang="zh-CN"
                value={choice.label.zh}
                onChange={(event) =>
                  put(index, { ...choice, label: { ...choice.label, zh: event.currentTarget.value } })
                }
              />
              <ActionIcon aria-label={t("choiceUp", { number })} disabled={index === 0} onClick={() => raise(index)}>
                <IconArrowUp size={15} stroke={1.7} />
              </ActionIcon>
              <ActionIcon
                aria-label={t(isAway ? "choiceBack" : "choiceAway", { number })}
                onClick={() =>
                  put(index, isAway ? { key: choice.key, label: choice.label } : { ...choice, archived: true })
                }
              >
                {isAway ? <IconArchiveOff size={15} stroke={1.7} /> : <IconArchive size={15} stroke={1.7} />}
              </ActionIcon>
            </div>
          );
        })}
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          onClick={() => onChange([...choices, { key: freeKey(), label: { en: "", zh: "" } }])}
        >
          {t("choiceAdd")}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
