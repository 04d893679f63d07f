import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/surface.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import css from "./interchange.module.css";

type Unmapped = OutputOf<"processes.readFile">["unmapped"];

/** All that a file held and that has no place here: what, and why. */
export function UnmappedTable({ unmapped }: { readonly unmapped: Unmapped }) {
  const { t } = useTranslation("interchange");
  const { local } = useLanguage();
  return (
    <div className={css.list} role="region" aria-label={t("list")} tabIndex={0}>
      <Table stickyHeader aria-label={t("list")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("element")}</Table.Th>
            <Table.Th>{t("why")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {unmapped.map(({ element, id, name, why }, index) => (
            <Table.Tr key={index} data-unmapped={id ?? ""}>
              <Table.Td>
                {name ?? id ?? element}
                <small className={css.kind}>{element}</small>
              </Table.Td>
              <Table.Td>{local(why)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
