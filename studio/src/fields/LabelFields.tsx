import { TextInput } from "@mantine/core";
import css from "./fields.module.css";

interface LabelFieldsProps {
  readonly value: { readonly en: string; readonly zh: string };
  readonly names: readonly [string, string];
  readonly isRequired?: boolean;
  readonly error?: string | undefined;
  readonly onChange: (value: { readonly en: string; readonly zh: string }) => void;
}

/** A text in both languages, side by side. */
export function LabelFields({ value, names: [en, zh], isRequired = false, error, onChange }: LabelFieldsProps) {
  return (
    <div className={css.pair}>
      <TextInput
        label={en}
        required={isRequired}
        lang="en"
        value={value.en}
        error={error ?? null}
        onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
      />
      <TextInput
        label={zh}
        required={isRequired}
        lang="zh-CN"
        value={value.zh}
        error={error !== undefined}
        onChange={(event) => onChange({ ...value, zh: event.currentTarget.value })}
      />
    </div>
  );
}
