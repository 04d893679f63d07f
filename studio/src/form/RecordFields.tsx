import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useTranslation } from "react-i18next";
import type { FieldRight, FieldValues, RecordRow } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FieldInput } from "./FieldInput.tsx";
import { FieldValue } from "./FieldValue.tsx";
import css from "./form.module.css";

interface RecordFieldsProps {
  readonly schema: RecordSchema;
  readonly paths: readonly string[];
  readonly values: FieldValues;
  readonly refs: RecordRow["refs"];
  readonly rightOf: (path: string) => FieldRight;
  readonly isRequired?: (path: string) => boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (path: string, value: Json) => void;
}

/** Fields of a record as the reader may meet them: hidden ones are absent, others shown or typed into. */
export function RecordFields({
  schema,
  paths,
  values,
  refs,
  rightOf,
  isRequired,
  errors,
  onChange,
}: RecordFieldsProps) {
  const { t } = useTranslation("form");
  const { local } = useLanguage();
  const currency = typeof values.currency === "string" ? values.currency : undefined;
  const isTyped = (path: string): boolean => {
    const field = schema.fields[path];
    return field !== undefined && rightOf(path) === "edit" && field.derived !== true && field.refersTo !== "department";
  };
  return (
    <div className={css.fields} data-typed={paths.some((path) => isTyped(path)) || undefined}>
      {paths.map((path) => {
        const field = schema.fields[path];
        const right = rightOf(path);
        if (field === undefined || field.type === "lines" || right === "hidden") return null;
        if (field.derived === true && isEmpty(values[path])) return null;
        const wide = field.type === "longText" ? css.wide : undefined;
        const reference = refs[path];
        if (!isTyped(path)) {
          return (
            <div key={path} className={`${css.read} ${wide ?? ""}`} data-field={path}>
              <span className={css.label}>{local(field.label)}</span>
              <span className={css.value} title={right === "masked" ? t("masked") : undefined}>
                <FieldValue field={field} value={values[path]} currency={currency} reference={reference} />
              </span>
            </div>
          );
        }
        const customer = values.customer;
        return (
          <div key={path} className={wide}>
            <FieldInput
              path={path}
              field={field}
              value={values[path]}
              currency={currency}
              referenceTitle={reference?.id === values[path] ? reference?.title : undefined}
              within={field.refersTo === "contact" && typeof customer === "string" ? { customer } : undefined}
              error={errors.get(path)}
              required={isRequired?.(path) ?? field.required ?? false}
              onChange={(value) => onChange(path, value)}
            />
          </div>
        );
      })}
    </div>
  );
}

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === "";
