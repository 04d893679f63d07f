import { Button, FileButton } from "@mantine/core";
import { IconFileTypeCsv } from "@tabler/icons-react";
import { useState, type DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { uploadFile, type UploadedFile } from "./uploadFile.ts";
import css from "./ImportPage.module.css";

/** Takes the file, by choosing or by dropping it. It is uploaded once and read by the server. */
export function FileStep({ onUploaded }: { readonly onUploaded: (file: UploadedFile) => void }) {
  const { t } = useTranslation("imports");
  const [isUploading, setUploading] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);

  const take = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    setUploading(true);
    setRefusal(null);
    const answer = await uploadFile(file);
    setUploading(false);
    if ("fileId" in answer) onUploaded(answer);
    else setRefusal(answer.refusal ?? t("uploadFailed"));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div
      className={css.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileTypeCsv size={32} stroke={1.4} aria-hidden="true" />
      <FileButton accept=".csv,text/csv" onChange={(file) => void take(file)}>
        {(button) => (
          <Button {...button} loading={isUploading}>
            {t("choose")}
          </Button>
        )}
      </FileButton>
      <p>{isUploading ? t("uploading") : t("chooseText")}</p>
      {refusal === null ? null : (
        <p className={css.error} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
