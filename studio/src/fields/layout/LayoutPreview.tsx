import { SegmentedControl } from "@mantine/core";
import { sectionsOf, type Layout, type RecordSchema } from "@sluice/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { Card } from "../../records/Card.tsx";
import { formPathsOf } from "../../records/formPathsOf.ts";
import css from "../fields.module.css";

/** The page as readers of either language will meet it, without values. */
export function LayoutPreview({ schema, layout }: { readonly schema: RecordSchema; readonly layout: Layout }) {
  const { t } = useTranslation(["fields", "form"]);
  const { language } = useLanguage();
  const [shown, show] = useState<"en" | "zh">(language);
  return (
    <section className={css.preview} aria-label={t("preview")} lang={shown === "zh" ? "zh-CN" : "en"}>
      <div className={css.previewHead}>
        <h2 className={css.shelfTitle}>{t("preview")}</h2>
        <SegmentedControl
          size="xs"
          value={shown}
          data={[
            { value: "en", label: t("form:englishText") },
            { value: "zh", label: t("form:chineseText") },
          ]}
          onChange={(next) => show(next === "zh" ? "zh" : "en")}
        />
      </div>
      {sectionsOf(schema, layout, formPathsOf(schema)).map(({ title, paths }) => (
        <Card key={paths.join(" ")} title={title?.[shown] ?? ""}>
          <div className={css.previewFields}>
            {paths.map((path) => {
              const field = schema.fields[path];
              return (
                <div key={path} className={field?.type === "longText" ? css.previewWide : undefined}>
                  <span>{field?.label[shown] ?? path}</span>
                  <i aria-hidden="true" />
                </div>
              );
            })}
          </div>
        </Card>
      ))}
    </section>
  );
}
