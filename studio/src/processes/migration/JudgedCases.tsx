import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/surface.ts";
import type { JudgedCase } from "./usePreview.ts";
import css from "./migration.module.css";

type NotBack = OutputOf<"migrations.get">["notBack"][number]["undone"];

/** A case with what would come, or has come, of taking it over or back. */
type ToldCase = Omit<JudgedCase, "verdict"> & { readonly verdict: JudgedCase["verdict"] | NotBack };

/** Cases with what would come, or has come, of each, and why. */
export function JudgedCases({ cases, label }: { readonly cases: readonly ToldCase[]; readonly label: string }) {
  const { t } = useTranslation("migration");
  return (
    <div className={css.list} role="region" aria-label={label} tabIndex={0}>
      <Table stickyHeader aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("table.case")}</Table.Th>
            <Table.Th>{t("table.verdict")}</Table.Th>
            <Table.Th>{t("table.why")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cases.map(({ caseId, record, verdict, problems }) => (
            <Table.Tr key={caseId} data-case={caseId} data-verdict={verdict}>
              <Table.Td>
                {record === null ? (
                  t("table.gone")
                ) : (
                  <Link to="/cases/$id" params={{ id: caseId }}>
                    {record.title}
                    {record.number !== null && <small className={css.number}>{record.number}</small>}
                  </Link>
                )}
              </Table.Td>
              <Table.Td>
                <span className={css.verdict} data-verdict={verdict}>
                  {t(`verdict.${verdict}`)}
                </span>
              </Table.Td>
              <Table.Td>{problems.map(({ message }) => message).join(" ")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
