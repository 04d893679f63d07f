import { IconSend } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RecordView } from "../../api/shapes.ts";
import { useFormats } from "../../text/useFormats.ts";
import { ReviseButton } from "./ReviseButton.tsx";
import css from "../RecordState.module.css";

/** Says that a sent quote stays as the customer has it, and offers the way on: before anybody types, not after they saved. */
export function IssuedNotice({ quote }: { readonly quote: RecordView }) {
  const { t } = useTranslation("records");
  const { instant } = useFormats();
  const { sentAt } = quote.fields;
  if (quote.told.length === 0 || typeof sentAt !== "string") return null;
  return (
    <div className={css.held} role="note" data-state="issued">
      <IconSend size={16} aria-hidden="true" />
      <span className={css.words}>{t("issued", { when: instant(sentAt) })}</span>
      <ReviseButton quoteId={quote.id} look={{ variant: "subtle", size: "compact-sm" }} />
    </div>
  );
}
