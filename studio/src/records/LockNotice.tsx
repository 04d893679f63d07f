import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RecordView } from "../api/shapes.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import css from "./RecordState.module.css";

/** Says that a record is closed to edits, and who holds it: before anybody types, not after they saved. */
export function LockNotice({ lock }: { readonly lock: RecordView["lock"] }) {
  const { t } = useTranslation("records");
  if (lock === null) return null;
  return (
    <div className={css.held} data-tone="warn" role="note">
      <IconLock size={16} aria-hidden="true" />
      <span>
        {lock.approvers.length === 0 ? t("locked") : t("lockedBy", { names: lock.approvers.join(t("nameSeparator")) })}
      </span>
      <LinkButton variant="subtle" size="compact-sm" to="/cases/$id" params={{ id: lock.caseId }} ml="auto">
        {t("openLock")}
      </LinkButton>
    </div>
  );
}
