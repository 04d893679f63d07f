import { Select, type SelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface TargetSelectProps extends Pick<SelectProps, "label" | "data"> {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** To whom or where an admin's act goes: one of many, found by typing. */
export function TargetSelect(props: TargetSelectProps) {
  const { t } = useTranslation("form");
  return <Select {...props} required searchable nothingFoundMessage={t("nothingFound")} mb="sm" />;
}
