import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { Chip } from "../records/Chip.tsx";
import { useFormats } from "../text/useFormats.ts";
import css from "./cases.module.css";

const said = {
  wanted: { text: "effectWanted", tone: "plain" },
  begun: { text: "effectBegun", tone: "accent" },
  done: { text: "effectDone", tone: "ok" },
  failed: { text: "effectFailed", tone: "error" },
  unwanted: { text: "effectUnwanted", tone: "plain" },
  happenedAnyway: { text: "effectHappenedAnyway", tone: "warn" },
  asking: { text: "effectAsking", tone: "warn" },
} as const;

/** What the case did outside, or is about to. */
export function CaseEffects({ effects }: { readonly effects: CaseAnswer["effects"] }) {
  const { t } = useTranslation("cases");
  const { instant } = useFormats();
  return (
    <ul className={css.list}>
      {effects.map((effect) => {
        const state = said[effect.status as keyof typeof said] ?? said.wanted;
        return (
          <li key={effect.key} className={css.row}>
            <span className={css.grow}>
              {effect.isUndoing ? t("effectUndoing", { step: effect.nodeName }) : effect.nodeName}
            </span>
            <Chip tone={state.tone}>
              {effect.status === "asking" && effect.beganAt !== null
                ? t("effectAskingAt", { when: instant(effect.beganAt) })
                : t(state.text)}
            </Chip>
            {effect.attempts > 1 ? (
              <span className={css.quiet}>{t("attempts", { count: effect.attempts })}</span>
            ) : null}
            {effect.error === null ? null : <span className={css.quiet}>{effect.error}</span>}
          </li>
        );
      })}
    </ul>
  );
}
