import { Input, NativeSelect } from "@mantine/core";
import { fieldAccesses } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import css from "./fields.module.css";

interface RightsFieldsProps {
  readonly value: Readonly<Record<string, string>>;
  readonly error?: string | undefined;
  readonly onChange: (value: Readonly<Record<string, string>>) => void;
}

/** What each role gets of a field at most; admins always see everything. */
export function RightsFields({ value, error, onChange }: RightsFieldsProps) {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const roles = useQueryOf("people.roles", undefined, { staleMs: 60_000 }).data ?? [];
  const write = (role: string, access: string): void => {
    const { [role]: _old, ...others } = value;
    onChange(access === "" ? others : { ...others, [role]: access });
  };
  return (
    <Input.Wrapper label={t("rights")} description={t("rightsHelp")} error={error ?? null}>
      <div className={css.rights}>
        {roles
          .filter(({ key }) => key !== "admin")
          .map(({ key, name }) => (
            <NativeSelect
              key={key}
              label={local(name)}
              value={value[key] ?? ""}
              data={[
                { value: "", label: t("rightsAsRecord") },
                ...fieldAccesses.map((access) => ({ value: access, label: t(`right_${access}`) })),
              ]}
              onChange={(event) => write(key, event.currentTarget.value)}
            />
          ))}
      </div>
    </Input.Wrapper>
  );
}
