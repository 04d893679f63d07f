import { Table } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../api/surface.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useFormats } from "../text/useFormats.ts";
import { ProcessRowMenu } from "./newProcess/ProcessRowMenu.tsx";
import css from "./processes.module.css";

export type ProcessRow = OutputOf<"processes.list">[number];

const stateOf = ({ publishedVersion, draftRev }: ProcessRow) =>
  publishedVersion === null ? "draft" : draftRev === null ? "published" : "changed";

interface ProcessTableProps {
  readonly rows: readonly ProcessRow[];
  readonly recordLabel: (type: string) => string;
  readonly canDesign: boolean;
  readonly onCopy: (definition: ProcessDefinition) => void;
}

/** Processes as rows: what state each is in, what runs and is late, who changed it last. */
export function ProcessTable({ rows, recordLabel, canDesign, onCopy }: ProcessTableProps) {
  const { t } = useTranslation("processes");
  const { local } = useLanguage();
  const { instant } = useFormats();
  const number = css.number ?? "";
  return (
    <div className={css.card}>
      <Table borderColor="var(--line)" highlightOnHover verticalSpacing={8} horizontalSpacing={14}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("table.name")}</Table.Th>
            <Table.Th>{t("table.record")}</Table.Th>
            <Table.Th>{t("table.state")}</Table.Th>
            <Table.Th className={number}>{t("table.version")}</Table.Th>
            <Table.Th className={number}>{t("table.running")}</Table.Th>
            <Table.Th className={number}>{t("table.late")}</Table.Th>
            <Table.Th>{t("table.changed")}</Table.Th>
            <Table.Th className={css.menu ?? ""}>
              <span className="visuallyHidden">{t("row.menus")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const state = stateOf(row);
            const name = local(row.name) || row.key;
            return (
              <Table.Tr key={row.key} data-process={row.key}>
                <Table.Td>
                  <Link className={css.name ?? ""} to="/studio/processes/$key" params={{ key: row.key }}>
                    {name}
                  </Link>
                </Table.Td>
                <Table.Td>
                  {recordLabel(row.recordType)}
                  <small className={css.kind}>{t(row.kind === "lifeCycle" ? "create.lifeCycle" : "create.side")}</small>
                </Table.Td>
                <Table.Td>
                  <span className={css.state} data-state={state}>
                    {t(`state.${state}`)}
                  </span>
                </Table.Td>
                <Table.Td className={number}>
                  {row.publishedVersion === null ? "–" : `v${row.publishedVersion}`}
                </Table.Td>
                <Table.Td className={number}>
                  {row.running === 0 ? (
                    row.running
                  ) : (
                    <Link to="/studio/processes/$key" params={{ key: row.key }} search={{ tab: "live" }}>
                      {row.running}
                    </Link>
                  )}
                </Table.Td>
                <Table.Td className={number} data-late={row.late > 0}>
                  {row.late}
                </Table.Td>
                <Table.Td className={css.changed ?? ""}>
                  {row.changedAt === null
                    ? "–"
                    : row.changedBy === null
                      ? instant(row.changedAt)
                      : t("table.by", { when: instant(row.changedAt), who: row.changedBy })}
                </Table.Td>
                <Table.Td className={css.menu ?? ""}>
                  <ProcessRowMenu processKey={row.key} name={name} canDesign={canDesign} onCopy={onCopy} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
