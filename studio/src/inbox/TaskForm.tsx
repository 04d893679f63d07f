import type { Json } from "@sluice/process";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RecordView, TaskAnswer } from "../api/shapes.ts";
import { RecordFields } from "../form/RecordFields.tsx";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { linesOf } from "../records/lines/Line.ts";
import { LinesGrid } from "../records/lines/LinesGrid.tsx";
import { RecordLines } from "../records/RecordLines.tsx";
import css from "./OpenTask.module.css";

interface TaskFormProps {
  readonly form: TaskAnswer["form"];
  readonly record: RecordView;
  readonly typed: Readonly<Record<string, Json>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
  readonly onChange: (path: string, value: Json) => void;
  /** The lines to type into, where the reader may; else they are shown to read. */
  readonly lines: ReactNode;
}

/** What a task shows of its record without a form of its own: enough to decide. */
const atAGlance = [
  "customer",
  "quote",
  "total",
  "effectiveDiscount",
  "margin",
  "costTotal",
  "validUntil",
  "rateDate",
  "costSheet",
  "note",
  "terms",
];

/** Columns that only join the lines to others. */
const linked: ReadonlySet<string> = new Set(["product", "quoteLine", "rate"]);

/** The record as the task shows it: its form field by field, else what one needs to decide; its lines below, to read. */
export function TaskForm({ form, record, typed, errors, isOpen, onChange, lines: typedLines }: TaskFormProps) {
  const { t } = useTranslation("inbox");
  const { local } = useLanguage();
  const schema = useRecordSchemas().byType(record.type);
  if (schema === null) return null;
  const access = new Map(form.map((field) => [field.path, field.access] as const));
  const named = form.filter((field) => field.access !== "hidden").map((field) => field.path);
  const paths = named.some((path) => path !== "lines")
    ? named
    : atAGlance.filter(
        (path) =>
          schema.fields[path] !== undefined && record.fields[path] !== undefined && record.fields[path] !== null,
      );
  const canType = (path: string): boolean => isOpen && (access.get(path) === "edit" || access.get(path) === "required");
  const lines = schema.fields.lines;
  const shownLines = linesOf(record.fields.lines);
  const showsLines =
    lines !== undefined &&
    record.fieldRights.lines !== "hidden" &&
    access.get("lines") !== "hidden" &&
    shownLines.length > 0;
  const currency = typeof record.fields.currency === "string" ? record.fields.currency : undefined;
  return (
    <>
      {paths.length === 0 ? null : (
        <section className={css.section}>
          <h3>{named.some((path) => path !== "lines") ? t("fields") : t("atAGlance")}</h3>
          <div className={css.panel}>
            <RecordFields
              schema={schema}
              paths={paths}
              values={{ ...record.fields, ...typed }}
              refs={record.refs}
              rightOf={(path) =>
                canType(path)
                  ? "edit"
                  : record.fieldRights[path] === "hidden" || record.fieldRights[path] === "masked"
                    ? (record.fieldRights[path] ?? "read")
                    : "read"
              }
              isRequired={(path) => access.get(path) === "required"}
              errors={errors}
              onChange={onChange}
            />
          </div>
        </section>
      )}
      {typedLines !== null && lines !== undefined ? (
        <section className={css.section}>
          <h3>{local(lines.label)}</h3>
          {typedLines}
        </section>
      ) : canType("lines") ? (
        <section className={css.section}>
          <RecordLines
            schema={schema}
            record={record}
            draft={{ values: { ...record.fields, ...typed }, change: onChange }}
            right="edit"
            errors={errors}
          />
        </section>
      ) : showsLines ? (
        <section className={css.section}>
          <h3>{local(lines.label)}</h3>
          <LinesGrid
            label={local(lines.label)}
            fields={lines.lineFields ?? {}}
            columns={Object.keys(lines.lineFields ?? {}).filter(
              (column) =>
                !linked.has(column) &&
                shownLines.some((line) =>
                  column === "currency" ? (line.currency ?? currency) !== currency : (line[column] ?? null) !== null,
                ),
            )}
            lines={shownLines}
            currency={currency}
            canEdit={false}
            errors={errors}
            onChange={() => undefined}
            aNewLine={() => ({})}
          />
        </section>
      ) : null}
    </>
  );
}
