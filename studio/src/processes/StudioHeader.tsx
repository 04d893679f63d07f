import { ActionIcon, Button, Tooltip } from "@mantine/core";
import {
  IconActivity,
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronRight,
  IconFlask,
  IconHistory,
  IconPencil,
  IconTestPipe,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { ViewSwitch } from "../canvas/view/ViewSwitch.tsx";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { Mark } from "../shell/Mark.tsx";
import { ThemeSwitch } from "../shell/ThemeSwitch.tsx";
import css from "./studio.module.css";

export const tabs = ["design", "test", "whatIf", "live", "versions"] as const;
export type Tab = (typeof tabs)[number];

const icons = {
  design: IconPencil,
  test: IconTestPipe,
  whatIf: IconFlask,
  live: IconActivity,
  versions: IconHistory,
} as const;

interface StudioHeaderProps {
  readonly title: string;
  readonly pill: ReactNode;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly store: CanvasStore;
  readonly canDesign: boolean;
  readonly onProblems: () => void;
  readonly onPublish: () => void;
}

/** The studio's head: where one is, what one looks at, and what can be done with the draft. */
export function StudioHeader({ title, pill, tab, onTab, store, canDesign, onProblems, onPublish }: StudioHeaderProps) {
  const { t } = useTranslation("processes");
  const isDrawing = canDesign && (tab === "design" || tab === "test");
  return (
    <header className={css.header}>
      <Mark />
      <nav className={css.crumbs} aria-label={t("header.crumb")}>
        <Link to="/studio/processes">{t("header.crumb")}</Link>
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        <h1>{title}</h1>
      </nav>
      {pill}
      <div className={css.space} />
      <div className={css.tabs} role="radiogroup" aria-label={t("header.view")}>
        {tabs
          .filter((each) => (each !== "test" && each !== "whatIf") || canDesign)
          .map((each) => {
            const Icon = icons[each];
            return (
              <button key={each} type="button" role="radio" aria-checked={tab === each} onClick={() => onTab(each)}>
                <Icon size={15} stroke={1.7} aria-hidden />
                {t(`header.${each}`)}
              </button>
            );
          })}
      </div>
      <div className={css.space} />
      {tab === "design" && <ViewSwitch store={store} />}
      {isDrawing && <DraftTools store={store} onProblems={onProblems} />}
      <LanguageSwitch keepWithPerson />
      <ThemeSwitch />
      {isDrawing && <Button onClick={onPublish}>{t("header.publish")}</Button>}
    </header>
  );
}

function DraftTools({ store, onProblems }: { readonly store: CanvasStore; readonly onProblems: () => void }) {
  const { t } = useTranslation("processes");
  const canUndo = useStore(store, ({ log }) => log.past.length > 0);
  const canRedo = useStore(store, ({ log }) => log.future.length > 0);
  const { errors, warnings } = useStore(store, ({ problems }) => problems);
  return (
    <>
      <Tooltip label={`${t("header.undo")} · Ctrl Z`}>
        <ActionIcon
          aria-label={t("header.undo")}
          className={css.tool ?? ""}
          disabled={!canUndo}
          onClick={() => store.getState().undo()}
        >
          <IconArrowBackUp size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t("header.redo")} · Ctrl Shift Z`}>
        <ActionIcon
          aria-label={t("header.redo")}
          className={css.tool ?? ""}
          disabled={!canRedo}
          onClick={() => store.getState().redo()}
        >
          <IconArrowForwardUp size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <i className={css.rule} />
      <button type="button" className={css.problems} data-problems={errors + warnings} onClick={onProblems}>
        <b className="visuallyHidden">{t("header.problems")}</b>
        <span data-severity={errors > 0 ? "error" : "none"}>
          <IconAlertCircle size={16} stroke={1.7} aria-hidden /> {errors}
          <b className="visuallyHidden">{t("header.errors", { count: errors })}</b>
        </span>
        <span data-severity={warnings > 0 ? "warning" : "none"}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden /> {warnings}
          <b className="visuallyHidden">{t("header.warnings", { count: warnings })}</b>
        </span>
      </button>
      <i className={css.rule} />
    </>
  );
}
