import { ActionIcon, Table } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { KeptField } from "./keptField.ts";
import css from "./fields.module.css";

interface FieldTableProps {
  readonly fields: readonly KeptField[];
  readonly onEdit: (field: KeptField) => void;
}

const flags = ["required", "unique", "filterable", "searchable"] as const;

/** The fields of a record type, those in use before those put away. */
export function FieldTable({ fields, onEdit }: FieldTableProps) {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const roles = useQueryOf("people.roles", undefined, { staleMs: 60_000 }).data ?? [];
  const roleName = (key: string): string => local(roles.find((it) => it.key === key)?.name) || key;
  const sorted = fields.toSorted((one, other) => Number(one.archived) - Number(other.archived));
  return (
    <div className={css.card}>
      <Table verticalSpacing={9} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("name")}</Table.Th>
            <Table.Th>{t("key")}</Table.Th>
            <Table.Th>{t("type")}</Table.Th>
            <Table.Th>{t("rules")}</Table.Th>
            <Table.Th>{t("who")}</Table.Th>
            <Table.Th>{t("state")}</Table.Th>
            <Table.Th aria-label={t("edit", { field: "" })} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((field) => {
            const { settings } = field;
            const label = local(settings.label);
            const less = Object.entries(settings.rights ?? {}).filter(([, access]) => access !== "edit");
            const state = field.archived
              ? "away"
              : field.index === "building"
                ? "indexing"
                : field.index === "failed"
                  ? "indexFailed"
                  : "inUse";
            return (
              <Table.Tr key={field.id} data-away={field.archived || undefined}>
                <Table.Td>
                  <button type="button" className={css.name} onClick={() => onEdit(field)}>
                    {label}
                  </button>
                </Table.Td>
                <Table.Td>
                  <code className={css.key}>{field.key}</code>
                </Table.Td>
                <Table.Td>{t(`fieldType.${settings.type}`)}</Table.Td>
                <Table.Td>
                  <span className={css.flags}>
                    {flags
                      .filter((flag) => settings[flag] === true)
                      .map((flag) => (
                        <span key={flag} className={css.flag}>
                          {t(flag)}
                        </span>
                      ))}
                  </span>
                </Table.Td>
                <Table.Td className={css.quiet ?? ""}>
                  {less.map(([role, access]) => `${roleName(role)}: ${t(`right_${access}`)}`).join(" · ")}
                </Table.Td>
                <Table.Td>
                  <span className={css.state} data-state={state}>
                    {t(state)}
                  </span>
                </Table.Td>
                <Table.Td className={css.end ?? ""}>
                  <ActionIcon aria-label={t("edit", { field: label })} onClick={() => onEdit(field)}>
                    <IconPencil size={15} stroke={1.7} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
