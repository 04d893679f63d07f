import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { peopleSentence } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { useFormats } from "../text/useFormats.ts";
import css from "./cases.module.css";

/** Why somebody has a piece of work: by which rules, for whom they stand, and who handed it on. */
export function WhyAsked({ why }: { readonly why: NonNullable<CaseAnswer["tasks"][number]["why"]> }) {
  const { t } = useTranslation("cases");
  const sayings = useSayings();
  const { distance } = useFormats();
  const rules = [...new Set(why.rules.map((rule) => peopleSentence(sayings, rule)))];
  const lines = [
    ...(rules.length === 0 ? [] : [t("asked.rules", { rules: rules.join(t("and")) })]),
    ...why.standsFor.map((one) => t("asked.standsFor", { name: one.name, other: one.for })),
    ...why.handed.map(({ how, by, to, at }) =>
      t(`asked.${how}`, { by: by ?? "–", to: to.join(t("and")), when: distance(at) }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={css.foreseen}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
