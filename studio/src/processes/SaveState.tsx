import { Button } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import type { SaveStatus } from "./useAutosave.ts";
import css from "./studio.module.css";

/** Whether the server has what is on the screen; never says so when it has not. */
export function SaveState({ status }: { readonly status: SaveStatus }) {
  const { t } = useTranslation("processes");
  const { online } = useNetwork();
  const text = {
    saved: t("save.saved"),
    saving: t(online ? "save.saving" : "save.unsaved"),
    unsaved: t("save.unsaved"),
    failed: t("save.unsaved"),
    conflict: t("save.unsaved"),
    incomplete: t("save.incomplete"),
  }[status];
  return (
    <span className={css.saved} role="status" data-status={status} title={text}>
      {text}
    </span>
  );
}

interface SaveNoticeProps {
  readonly status: SaveStatus;
  readonly onRetry: () => void;
  readonly onMerge: () => void;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** A save that did not happen, and the ways on. The work is kept either way until the person decides. */
export function SaveNotice({ status, onRetry, onMerge, onTheirs, onMine }: SaveNoticeProps) {
  const { t } = useTranslation(["processes", "versions"]);
  if (status !== "failed" && status !== "conflict") return null;
  return (
    <div className={css.notice} role="alert">
      {t(status === "failed" ? "save.failed" : "save.conflict")}
      {status === "failed" ? (
        <Button variant="default" size="compact-xs" onClick={onRetry}>
          {t("save.retry")}
        </Button>
      ) : (
        <>
          <Button size="compact-xs" onClick={onMerge}>
            {t("versions:merge.open")}
          </Button>
          <Button variant="default" size="compact-xs" onClick={onTheirs}>
            {t("save.takeTheirs")}
          </Button>
          <Button variant="default" size="compact-xs" onClick={onMine}>
            {t("save.keepMine")}
          </Button>
        </>
      )}
    </div>
  );
}
