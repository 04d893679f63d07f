import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sendCommand } from "../api/sendCommand.ts";
import { changeLanguage } from "../i18n/i18n.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** English ⇄ Chinese, for the whole app at once; the server's own words follow. Kept with the person when signed in. */
export function LanguageSwitch({ keepWithPerson = false }: { readonly keepWithPerson?: boolean }) {
  const { t } = useTranslation("shell");
  const { language } = useLanguage();
  const queries = useQueryClient();
  const other = language === "en" ? "zh" : "en";
  const label = other === "zh" ? t("switchToChinese") : t("switchToEnglish");

  const change = async (): Promise<void> => {
    await changeLanguage(other);
    await queries.invalidateQueries();
    if (keepWithPerson) await sendCommand("session.setLanguage", { language: other }).catch(() => undefined);
  };

  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => void change()}>
        <IconLanguage size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
