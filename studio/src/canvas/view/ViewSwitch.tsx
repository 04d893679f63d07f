import { Tooltip } from "@mantine/core";
import { IconAlignLeft, IconBinaryTree2, IconVectorBezier2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type CanvasStore, views } from "../store/canvasStore.ts";
import css from "./viewSwitch.module.css";

const icons = { canvas: IconVectorBezier2, tree: IconBinaryTree2, sentences: IconAlignLeft } as const;

/** Which way the same definition is shown. What is chosen stays chosen. */
export function ViewSwitch({ store }: { readonly store: CanvasStore }) {
  const { t } = useTranslation("canvas");
  const view = useStore(store, (state) => state.view);
  return (
    <div className={css.views} role="radiogroup" aria-label={t("views.label")}>
      {views.map((each) => {
        const Icon = icons[each];
        return (
          <Tooltip key={each} label={t(`views.${each}`)}>
            <button
              type="button"
              role="radio"
              aria-checked={view === each}
              aria-label={t(`views.${each}`)}
              onClick={() => store.getState().set({ view: each, quickAdd: null })}
            >
              <Icon size={16} stroke={1.7} aria-hidden />
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
}
