import { ActionIcon } from "@mantine/core";
import type { RecordSchema } from "@sluice/domain";
import { IconEye, IconEyeOff, IconGripVertical } from "@tabler/icons-react";
import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { HIDDEN, type Place } from "./layoutDraft.ts";
import css from "../fields.module.css";

interface FieldShelfProps {
  readonly schema: RecordSchema;
  readonly section: number;
  readonly paths: readonly string[];
  readonly isNeeded: (path: string) => boolean;
  readonly onDrag: (from: Place | null) => void;
  readonly onDrop: (to: Place) => void;
  readonly onStep: (from: Place, step: 1 | -1) => Place;
  readonly onHide: (from: Place) => void;
  readonly onShow: (from: Place) => void;
}

/** The fields of one section: dragged by hand, or taken up and down by Alt and the arrow keys. */
export function FieldShelf(shelf: FieldShelfProps) {
  const { schema, section, paths, isNeeded, onDrag, onDrop, onStep, onHide, onShow } = shelf;
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const onKey = (event: KeyboardEvent, from: Place, path: string): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (step === null || !event.altKey || section === HIDDEN) return;
    event.preventDefault();
    onStep(from, step);
    // The field was drawn anew, perhaps in another section: whoever moves it goes with it.
    requestAnimationFrame(() =>
      list.current?.ownerDocument.querySelector<HTMLElement>(`[data-shelved="${path}"] button`)?.focus(),
    );
  };
  return (
    <ul
      ref={list}
      className={css.fieldList}
      data-empty={paths.length === 0 || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop({ section, at: paths.length });
      }}
    >
      {paths.map((path, at) => {
        const label = local(schema.fields[path]?.label) || path;
        return (
          <li
            key={path}
            className={css.shelved}
            data-shelved={path}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              event.dataTransfer.setData("text/plain", path);
              onDrag({ section, at });
            }}
            onDragEnd={() => onDrag(null)}
            onDrop={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onDrop({ section, at });
            }}
          >
            <button
              type="button"
              className={css.grip}
              aria-label={t("fieldMove", { field: label })}
              title={t("fieldMoveHelp")}
              onKeyDown={(event) => onKey(event, { section, at }, path)}
            >
              <IconGripVertical size={14} stroke={1.7} aria-hidden="true" />
            </button>
            <span>{label}</span>
            {section === HIDDEN ? (
              <ActionIcon aria-label={t("fieldShow", { field: label })} onClick={() => onShow({ section, at })}>
                <IconEye size={15} stroke={1.7} />
              </ActionIcon>
            ) : (
              <ActionIcon
                aria-label={t("fieldHide", { field: label })}
                disabled={isNeeded(path)}
                onClick={() => onHide({ section, at })}
              >
                <IconEyeOff size={15} stroke={1.7} />
              </ActionIcon>
            )}
          </li>
        );
      })}
      {paths.length === 0 ? <li className={css.quiet}>{t("dropHere")}</li> : null}
    </ul>
  );
}
