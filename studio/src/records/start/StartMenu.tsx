import { Button, Menu } from "@mantine/core";
import type { RecordSchema } from "@sluice/domain";
import { IconChevronDown, IconPlayerPlay, IconRoute } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordView } from "../../api/shapes.ts";
import type { OutputOf } from "../../api/surface.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { StartDialog } from "./StartDialog.tsx";
import css from "./StartMenu.module.css";

type Startable = OutputOf<"cases.startable">[number];

interface StartMenuProps {
  readonly schema: RecordSchema;
  readonly record: RecordView;
  /** Set while there is unsaved input: a start waits for it. */
  readonly blockedBecause: string | null;
}

/** The side processes that a person may start by hand for this record; one that runs already leads to its case. Nothing where there is none. */
export function StartMenu({ schema, record, blockedBecause }: StartMenuProps) {
  const { t } = useTranslation("records");
  const navigate = useNavigate();
  const { data: offered = [] } = useQueryOf("cases.startable", { recordType: schema.type, recordId: record.id });
  const [asking, setAsking] = useState<Startable | null>(null);
  if (offered.length === 0) return null;
  const open = (it: Startable): void =>
    it.running === null ? setAsking(it) : void navigate({ to: "/cases/$id", params: { id: it.running } });
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={15} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t("startMenu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {blockedBecause === null ? null : <Menu.Label>{blockedBecause}</Menu.Label>}
          {offered.map((it) => (
            <Menu.Item
              key={it.process}
              leftSection={it.running === null ? <IconPlayerPlay size={15} /> : <IconRoute size={15} />}
              disabled={it.running === null && blockedBecause !== null}
              onClick={() => open(it)}
            >
              {it.name}
              <span className={css.about}>{it.running === null ? it.description : t("startRuns")}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asking === null ? null : (
        <StartDialog process={asking} schema={schema} record={record} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
