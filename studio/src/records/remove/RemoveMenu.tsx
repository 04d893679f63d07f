import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Collection, RecordView } from "../../api/shapes.ts";
import { RemoveDialog } from "./RemoveDialog.tsx";

/** What one rarely does with a record, out of the way: deleting it. Nothing for whoever may not. */
export function RemoveMenu({ collection, record }: { readonly collection: Collection; readonly record: RecordView }) {
  const { t } = useTranslation("records");
  const [isAsking, setAsking] = useState(false);
  if (!record.can.delete) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={28} aria-label={t("moreActs")}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => setAsking(true)}>
            {t("remove")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAsking ? <RemoveDialog collection={collection} record={record} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
