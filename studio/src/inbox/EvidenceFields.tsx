import { Button, CloseButton, FileButton, Textarea, TextInput } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Evidence } from "./useEvidence.ts";
import css from "./EvidenceFields.module.css";

/** What is missing before the act that was pressed. */
export interface Missing {
  readonly comment: boolean;
  readonly attachment: boolean;
  readonly signature: boolean;
}

interface EvidenceFieldsProps {
  readonly evidence: Evidence;
  readonly missing: Missing;
  readonly takesSignature: boolean;
  /** The verdicts that need a file, and those that need a signature, by name. */
  readonly neededFor: { readonly attachment: readonly string[]; readonly signature: readonly string[] };
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** The words, the files and, where the process wants it, the signature that go along with what one decides. */
export function EvidenceFields({ evidence, missing, takesSignature, neededFor, box }: EvidenceFieldsProps) {
  const { t } = useTranslation("inbox");
  const resetFile = useRef<() => void>(null);
  const { comment, files, signature, isUploading, refusal } = evidence;
  const lacksFile = missing.attachment && files.length === 0;
  const said = refusal ?? (lacksFile ? t("attachmentRequired") : null);
  return (
    <>
      <Textarea
        ref={box}
        label={t("comment")}
        placeholder={t("commentPlaceholder")}
        autosize
        minRows={1}
        maxRows={6}
        value={comment}
        error={missing.comment && comment.trim() === "" ? t("commentRequired") : undefined}
        onChange={(event) => evidence.say(event.currentTarget.value)}
      />
      <div className={css.files}>
        <FileButton
          multiple
          resetRef={resetFile}
          onChange={(chosen) => void evidence.attach(chosen).finally(() => resetFile.current?.())}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconPaperclip size={14} />}
              loading={isUploading}
              {...(said === null ? {} : { "aria-describedby": "evidence-files-said" })}
            >
              {t("attach")}
            </Button>
          )}
        </FileButton>
        {neededFor.attachment.length === 0 || files.length > 0 ? null : (
          <span className={css.hint}>{t("neededFor", { acts: neededFor.attachment.join(" · ") })}</span>
        )}
        {files.map((file) => (
          <span key={file.id} className={css.file}>
            <a href={`/files/${file.id}`}>{file.name}</a>
            <CloseButton
              size="sm"
              aria-label={t("detach", { name: file.name })}
              onClick={() => evidence.detach(file.id)}
            />
          </span>
        ))}
      </div>
      {said === null ? null : (
        <p id="evidence-files-said" role="alert" className={css.said}>
          {said}
        </p>
      )}
      {takesSignature ? (
        <TextInput
          label={t("signature")}
          description={t("neededFor", { acts: neededFor.signature.join(" · ") })}
          placeholder={t("signaturePlaceholder")}
          autoComplete="off"
          maxLength={200}
          value={signature}
          error={missing.signature && signature.trim() === "" ? t("signatureRequired") : undefined}
          onChange={(event) => evidence.sign(event.currentTarget.value)}
        />
      ) : null}
    </>
  );
}
