import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportStatus } from "../api/shapes.ts";
import { useCommand } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import { ImportErrors } from "./ImportErrors.tsx";
import type { Mapping } from "./mapping.ts";
import type { UploadedFile } from "./uploadFile.ts";
import css from "./ImportPage.module.css";

interface CheckStepProps {
  readonly file: UploadedFile;
  readonly mapping: Mapping;
  readonly onBack: () => void;
  readonly onStarted: (status: ImportStatus) => void;
}

/** What the import would do, before it does it. Rows with errors are left out only if the person says so. */
export function CheckStep({ file, mapping, onBack, onStarted }: CheckStepProps) {
  const { t } = useTranslation("imports");
  const preview = useQueryOf("products.importPreview", { fileId: file.fileId, mapping: { ...mapping } });
  const start = useCommand("products.importStart");
  const [keepValidOnly, setKeepValidOnly] = useState(false);
  if (preview.error) return <FailureState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <LoadingState rows={8} />;

  const { validRows, totalRows, errors, errorCount, sample } = preview.data;
  const canStart = validRows > 0 && (errorCount === 0 || keepValidOnly);
  const columns = Object.keys(sample[0] ?? {});
  const run = async (): Promise<void> => {
    const status = await start.run({ fileId: file.fileId, mapping: { ...mapping }, keepValidOnly });
    if (status !== null) onStarted(status);
  };

  return (
    <>
      <p className={css.big}>{t("checkTitle", { valid: validRows, total: totalRows })}</p>
      {errorCount === 0 ? null : (
        <>
          <p className={css.error}>{t("errorsTitle", { count: errorCount })}</p>
          <ImportErrors errors={errors} />
          <Checkbox
            label={t("keepValidOnly")}
            checked={keepValidOnly}
            onChange={(event) => setKeepValidOnly(event.currentTarget.checked)}
          />
        </>
      )}
      {columns.length === 0 ? null : (
        <>
          <p className={css.quiet}>{t("preview")}</p>
          <div className={css.scroll}>
            <table className={css.table}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sample.slice(0, 8).map((row, index) => (
                  <tr key={index}>
                    {columns.map((column) => (
                      <td key={column}>{row[column]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <ProblemList problems={start.problems} />
      <div className={css.buttons}>
        <Button variant="default" onClick={onBack}>
          {t("back")}
        </Button>
        <Button disabled={!canStart} loading={start.isRunning} onClick={() => void run()}>
          {t("start", { count: validRows })}
        </Button>
      </div>
    </>
  );
}
