import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { FieldValue } from "../form/FieldValue.tsx";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Decisions } from "../inbox/TaskHistory.tsx";
import { jsonText } from "../text/jsonText.ts";
import { WhyAsked } from "./WhyAsked.tsx";
import css from "./cases.module.css";

type Decision = CaseAnswer["decisions"][number];

/** What was decided, by whom and in whose place, under which version's rules, and on which record as they saw it. */
export function CaseDecisions({ answer }: { readonly answer: CaseAnswer }) {
  const { t } = useTranslation(["cases", "form"]);
  const { local } = useLanguage();
  const schema = useRecordSchemas().byType(answer.case.record.type);
  const seenFields = ({ seen }: Decision) => {
    const currency = seen?.fields.find(({ path }) => path === "currency")?.value;
    return (seen?.fields ?? []).flatMap(({ path, value, masked, reference, name }) => {
      const field = schema?.fields[path] ?? schema?.archivedFields?.[path];
      if (field === undefined) return [];
      const shown = masked ? (
        jsonText(value)
      ) : name !== null ? (
        name
      ) : field.type === "lines" ? (
        t("form:lineCount", { count: Number(value) })
      ) : (
        <FieldValue
          field={field}
          value={value}
          {...(typeof currency === "string" ? { currency } : {})}
          {...(reference === null ? {} : { reference })}
        />
      );
      return [{ path, label: local(field.label), shown }];
    });
  };
  return (
    <Decisions
      history={answer.decisions}
      definition={answer.definition}
      more={(decision) => (
        <details className={css.used} data-evidence={decision.node}>
          <summary>{t("decisionEvidence")}</summary>
          <p className={css.quiet}>
            {t("decidedBy", { version: decision.version })}
            {decision.seen === null ? null : ` · ${t("seenAs", { version: decision.seen.version })}`}
          </p>
          {decision.why === null ? null : <WhyAsked why={decision.why} />}
          <dl className={css.facts}>
            {seenFields(decision).map(({ path, label, shown }) => (
              <div key={path} className={css.seen}>
                <dt>{label}</dt>
                <dd>{shown}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    />
  );
}
