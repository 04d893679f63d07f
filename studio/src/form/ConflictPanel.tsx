import { Button } from "@mantine/core";
import type { RecordSchema } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import type { FieldValues, RecordRow } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FieldValue } from "./FieldValue.tsx";
import type { RecordDraft } from "./useRecordDraft.ts";
import css from "./form.module.css";

interface ConflictPanelProps {
  readonly schema: RecordSchema;
  readonly standing: FieldValues;
  readonly refs: RecordRow["refs"];
  readonly draft: RecordDraft;
  /** Who changed it last. */
  readonly by?: string | undefined;
}

/** Shows what somebody else changed while this person typed; nothing is lost on either side until decided. */
export function ConflictPanel({ schema, standing, refs, draft, by }: ConflictPanelProps) {
  const { t } = useTranslation("form");
  const { local, language } = useLanguage();
  const labelOf = (path: string): string => local(schema.fields[path]?.label) || path;
  const { both, theirs } = draft.changedMeanwhile;
  const harmless = theirs.filter((path) => schema.fields[path] !== undefined);
  const currency = typeof draft.values.currency === "string" ? draft.values.currency : undefined;
  if (both.length === 0 && harmless.length === 0) return null;
  if (both.length === 0) {
    const fields = new Intl.ListFormat(language === "zh" ? "zh-CN" : "en").format(harmless.map(labelOf));
    return (
      <div className={css.conflict} role="status">
        {t("conflictHarmless", { fields })}
      </div>
    );
  }
  return (
    <section className={css.conflict} role="alert">
      <h3>{by === undefined ? t("conflictTitle") : t("conflictTitleBy", { name: by })}</h3>
      <p>{t("conflictText")}</p>
      <table>
        <thead>
          <tr>
            <th />
            <th>{t("theirs")}</th>
            <th>{t("yours")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {both.map((path) => {
            const field = schema.fields[path] ?? { type: "text" as const, label: { en: path, zh: path } };
            return (
              <tr key={path}>
                <th scope="row">{labelOf(path)}</th>
                <td>
                  <FieldValue
                    field={field}
                    value={standing[path]}
                    currency={currency}
                    reference={refs[path]}
                    asLink={false}
                  />
                </td>
                <td>
                  <FieldValue field={field} value={draft.edits[path]} currency={currency} asLink={false} />
                </td>
                <td>
                  <div className={css.choices}>
                    <Button variant="default" onClick={() => draft.takeTheirs(path)}>
                      {t("takeTheirs")}
                    </Button>
                    <Button onClick={() => draft.keepMine(path)}>{t("keepMine")}</Button>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
