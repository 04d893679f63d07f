import { Input, TextInput, type InputWrapperProps } from "@mantine/core";
import type { Json } from "@sluice/process";
import { useTranslation } from "react-i18next";

interface LocalTextInputProps extends Omit<InputWrapperProps, "onChange"> {
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

const languageText = (value: Json | undefined, language: "en" | "zh"): string => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
  const text = (value as { readonly [key: string]: Json })[language];
  return typeof text === "string" ? text : "";
};

/** A text for people, once per language. */
export function LocalTextInput({ value, onChange, ...wrapper }: LocalTextInputProps) {
  const { t } = useTranslation("form");
  const en = languageText(value, "en");
  const zh = languageText(value, "zh");
  return (
    <Input.Wrapper {...wrapper}>
      <TextInput
        aria-label={t("englishText")}
        placeholder={t("englishText")}
        lang="en"
        value={en}
        onChange={(event) => onChange({ en: event.currentTarget.value, zh })}
        mb={4}
      />
      <TextInput
        aria-label={t("chineseText")}
        placeholder={t("chineseText")}
        lang="zh-CN"
        value={zh}
        onChange={(event) => onChange({ en, zh: event.currentTarget.value })}
      />
    </Input.Wrapper>
  );
}
