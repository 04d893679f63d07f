import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportStatus } from "../api/shapes.ts";
import { Page } from "../shell/Page.tsx";
import { useMay } from "../signIn/useMay.ts";
import { NotForYou } from "../states/NotForYou.tsx";
import { CheckStep } from "./CheckStep.tsx";
import { FileStep } from "./FileStep.tsx";
import type { Mapping } from "./mapping.ts";
import { MapStep } from "./MapStep.tsx";
import { ResultStep } from "./ResultStep.tsx";
import type { UploadedFile } from "./uploadFile.ts";
import css from "./ImportPage.module.css";

/** Products from a CSV file in four steps. Nothing is written before the third; the fourth can be undone. */
export function ImportPage() {
  const { t } = useTranslation("imports");
  const may = useMay();
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [started, setStarted] = useState<ImportStatus | null>(null);
  const step = started !== null ? 3 : file === null ? 0 : mapping === null ? 1 : 2;
  const names = [t("stepFile"), t("stepMap"), t("stepCheck"), t("stepResult")];
  const startOver = (): void => {
    setFile(null);
    setMapping(null);
    setStarted(null);
  };
  if (!may("create", "product")) return <NotForYou />;
  return (
    <Page title={t("title")}>
      <div className={css.body}>
        <ol className={css.steps}>
          {names.map((name, index) => (
            <li key={name} aria-current={index === step ? "step" : undefined}>
              <span className={css.number} aria-hidden="true">
                {index + 1}
              </span>
              {name}
            </li>
          ))}
        </ol>
        <div className={css.panel}>
          {started !== null ? (
            <ResultStep started={started} onAnother={startOver} />
          ) : file === null ? (
            <FileStep onUploaded={setFile} />
          ) : mapping === null ? (
            <MapStep file={file} onBack={startOver} onMapped={setMapping} />
          ) : (
            <CheckStep file={file} mapping={mapping} onBack={() => setMapping(null)} onStarted={setStarted} />
          )}
        </div>
      </div>
    </Page>
  );
}
