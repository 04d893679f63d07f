import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import css from "./form.module.css";

interface SaveBarProps {
  readonly count: number;
  readonly isSaving: boolean;
  readonly isBlocked?: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Floats over a form while there is unsaved input. Ctrl/⌘ S saves. */
export function SaveBar({ count, isSaving, isBlocked = false, onSave, onDiscard }: SaveBarProps) {
  const { t } = useTranslation("form");
  useHotkeys([["mod+S", () => (count > 0 && !isBlocked ? onSave() : undefined)]], []);
  if (count === 0) return null;
  return (
    <div className={css.saveBar}>
      <span aria-live="polite">{t("unsaved", { count })}</span>
      <Button variant="subtle" color="gray" onClick={onDiscard}>
        {t("discard")}
      </Button>
      <Button loading={isSaving} disabled={isBlocked} onClick={onSave}>
        {t("save")}
      </Button>
    </div>
  );
}
