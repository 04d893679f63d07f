import { Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/useLanguage.ts";

const files = ["json", "bpmn", "dmn", "svg", "png"] as const;

interface ExportItemsProps {
  readonly processKey: string;
  /** A published version; the draft, where there is one, without. */
  readonly version?: number;
}

/** The files that a process can be taken along as, for a menu. */
export function ExportItems({ processKey, version }: ExportItemsProps) {
  const { t } = useTranslation("interchange");
  const { language } = useLanguage();
  return (
    <>
      <Menu.Label>{t("export.title")}</Menu.Label>
      {files.map((as) => (
        <Menu.Item
          key={as}
          component="a"
          href={`/files/processes/${processKey}?as=${as}&language=${language}${version === undefined ? "" : `&version=${version}`}`}
          download
          leftSection={<IconDownload size={15} stroke={1.7} />}
        >
          {t(`export.${as}`)}
        </Menu.Item>
      ))}
    </>
  );
}
