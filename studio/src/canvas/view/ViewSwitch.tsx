import { ActionIcon, Tooltip } from "@mantine/core";
import { IconAlignLeft, IconBinaryTree2, IconSearch, IconVectorBezier2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type CanvasStore, views } from "../store/canvasStore.ts";
import css from "./viewSwitch.module.css";

const icons = { canvas: IconVectorBezier2, tree: IconBinaryTree2, IconSearch, sentences: IconAlignLeft } as const;

/** Looking for something in the definition, and which way it is shown. What is chosen stays chosen. */
export function ViewSwitch({ store }: { readonly store: CanvasStore }) {
  const { t } = useTranslation("canvas");
  const isFinding = useStore(store, (state) => state.isFinding);
  const view = useStore(store, (state) => state.view);
  return (
    <>
      <Tooltip label={`${t("find.title")} · Ctrl F`}>
        <ActionIcon
          aria-label={t("find.title")}
          aria-pressed={isFinding}
          onClick={() => store.getState().set({ isFinding: !isFinding })}
        >
          <IconSearch size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
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
    </>
  );
}
