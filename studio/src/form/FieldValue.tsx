import { groupDigits, wrongFormat, type FieldSchema, type TextFormat } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { recordAddress } from "../api/recordTypes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { roundedShareText } from "../text/formats.ts";
import { jsonText } from "../text/jsonText.ts";
import { useFormats } from "../text/useFormats.ts";

interface FieldValueProps {
  readonly field: FieldSchema;
  readonly value: Json | undefined;
  readonly currency?: string | undefined;
  readonly reference?: { readonly id: string; readonly type: string; readonly title: string } | undefined;
  readonly asLink?: boolean;
}

/** Where an address leads: outside in a window of its own, which learns nothing of this one. */
const linkTo = (text: string, format: TextFormat) =>
  format === "url"
    ? { href: text, target: "_blank", rel: "noopener noreferrer" }
    : { href: `${format === "email" ? "mailto" : "tel"}:${text}` };

/** A value as readers expect it: money with its sign, a share as per cent, a reference as a name one can follow. */
export function FieldValue({ field, value, currency, reference, asLink = true }: FieldValueProps) {
  const { t } = useTranslation("form");
  const { local } = useLanguage();
  const { money, instant, date } = useFormats();
  if (value === null || value === undefined || value === "") return <span aria-label={t("notSet")}>–</span>;
  const text = jsonText(value);
  const unit = field.currency ?? currency;
  switch (field.type) {
    case "money":
      return <span className="num">{unit ? money(text, unit) : groupDigits(text, null)}</span>;
    case "decimal":
      return <span className="num">{groupDigits(text, null)}</span>;
    case "share":
      return <span className="num">{roundedShareText(text)}</span>;
    case "boolean":
      return <>{value === true ? t("yes") : t("no")}</>;
    case "instant":
      return <span className="num">{instant(text)}</span>;
    case "choice":
      return <>{local(field.choices?.find((choice) => choice.key === value)?.label) || text}</>;
    case "multiChoice": {
      const keys: readonly Json[] = Array.isArray(value) ? value : [];
      return (
        <>
          {keys.map((key) => local(field.choices?.find((it) => it.key === key)?.label) || jsonText(key)).join(t("and"))}
        </>
      );
    }
    case "reference": {
      const to = reference === undefined ? null : recordAddress(reference.type, reference.id);
      if (reference === undefined || to === null || !asLink) {
        // What it points to is not theirs to see: an id would tell them nothing.
        const isKept = reference === undefined && asLink;
        return isKept ? <span className="quiet">{t("notReadable")}</span> : <>{reference?.title ?? text}</>;
      }
      return <Link to={to}>{reference.title}</Link>;
    }
    case "localText":
      return <>{local(value as { en: string; zh: string })}</>;
    case "lines":
      return <>{t("lineCount", { count: Array.isArray(value) ? value.length : 0 })}</>;
    case "date":
      return <span className="num">{date(text)}</span>;
    case "integer":
      return <span className="num">{text}</span>;
    case "text":
    case "longText":
      if (field.format !== undefined && asLink && wrongFormat(text, field.format) === null)
        return <a {...linkTo(text, field.format)}>{text}</a>;
      return <span className={field.type === "longText" ? "preWrap" : undefined}>{text}</span>;
  }
}
