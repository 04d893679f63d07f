import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import type { Mapping } from "./mapping.ts";
import type { UploadedFile } from "./uploadFile.ts";
import css from "./ImportPage.module.css";

interface MapStepProps {
  readonly file: UploadedFile;
  readonly onBack: () => void;
  readonly onMapped: (mapping: Mapping) => void;
}

/** Which column feeds which field. The server proposes; a field is fed by one column at most. */
export function MapStep({ file, onBack, onMapped }: MapStepProps) {
  const { t } = useTranslation("imports");
  const { local } = useLanguage();
  const schema = useRecordSchemas().byType("product");
  const preview = useQueryOf("products.importPreview", { fileId: file.fileId });
  const [changed, setChanged] = useState<Mapping>({});
  if (preview.error) return <FailureState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined || schema === null) return <LoadingState rows={8} />;

  const mapping: Mapping = { ...preview.data.mapping, ...changed };
  const targets = Object.entries(schema.fields)
    .filter(([, field]) => field.derived !== true && field.type !== "reference")
    .map(([path, field]) => ({ value: path, label: `${local(field.label)}${field.required === true ? " *" : ""}` }));
  const feed = (column: string, path: string | null): void => {
    const freed = Object.fromEntries(
      Object.entries(mapping).flatMap(([other, target]) =>
        path !== null && target === path && other !== column ? [[other, null]] : [],
      ),
    );
    setChanged({ ...changed, ...freed, [column]: path });
  };

  return (
    <>
      <p className={css.quiet}>
        {file.name} · {t("readAs", { encoding: preview.data.encoding.toUpperCase(), rows: preview.data.totalRows })}
      </p>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t("column")}</th>
              <th scope="col">{t("samples")}</th>
              <th scope="col">{t("field")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.data.columns.map((column) => (
              <tr key={column.name}>
                <td>
                  <b>{column.name}</b>
                </td>
                <td className={css.quiet}>{column.samples.slice(0, 3).join(" · ")}</td>
                <td>
                  <Select
                    aria-label={`${t("field")}: ${column.name}`}
                    data={targets}
                    value={mapping[column.name] ?? null}
                    onChange={(path) => feed(column.name, path)}
                    placeholder={t("leaveOut")}
                    clearable
                    clearButtonProps={{ "aria-label": t("leaveOut") }}
                    searchable
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.buttons}>
        <Button variant="default" onClick={onBack}>
          {t("back")}
        </Button>
        <Button onClick={() => onMapped(mapping)}>{t("next")}</Button>
      </div>
    </>
  );
}
