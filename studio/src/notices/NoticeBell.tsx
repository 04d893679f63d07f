import { ActionIcon, Popover } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { NoticeList } from "./NoticeList.tsx";
import css from "./notices.module.css";

/** What processes told the reader: how much of it is new, and the list on a press. */
export function NoticeBell() {
  const { t } = useTranslation("notices");
  const [isOpen, setOpen] = useState(false);
  const count = useQueryOf("notices.count");
  const unread = count.data?.unread ?? 0;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          className={css.bell ?? ""}
          aria-label={unread === 0 ? t("title") : t("unread", { count: unread })}
          onClick={() => setOpen((open) => !open)}
        >
          <IconBell size={17} stroke={1.7} />
          {unread === 0 ? null : (
            <span className={css.count} aria-hidden="true">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>{isOpen ? <NoticeList onFollow={() => setOpen(false)} /> : null}</Popover.Dropdown>
    </Popover>
  );
}
