import { ActionIcon, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { ProcessDefinition } from "@sluice/process";
import { IconCopy, IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { problemsOf } from "../../api/problemsOf.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ExportItems } from "../interchange/ExportItems.tsx";

interface ProcessRowMenuProps {
  readonly processKey: string;
  readonly name: string;
  readonly canDesign: boolean;
  readonly onCopy: (definition: ProcessDefinition) => void;
}

/** What can be done with a whole process from the list. */
export function ProcessRowMenu({ processKey, name, canDesign, onCopy }: ProcessRowMenuProps) {
  const { t } = useTranslation("processes");
  const { language } = useLanguage();
  const read = async (use: (definition: ProcessDefinition) => void): Promise<void> => {
    try {
      const { definition } = (await client.query("processes.get", { key: processKey })) as {
        definition: ProcessDefinition;
      };
      use(definition);
    } catch (error) {
      notifications.show({ message: problemsOf(error, language)[0]?.message ?? "", color: "red" });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("row.menu", { name })}>
          <IconDots size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canDesign && (
          <Menu.Item leftSection={<IconCopy size={15} stroke={1.7} />} onClick={() => void read(onCopy)}>
            {t("row.copy")}
          </Menu.Item>
        )}
        <ExportItems processKey={processKey} />
      </Menu.Dropdown>
    </Menu>
  );
}
