import type { FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { recordAddress } from "../api/recordTypes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { groupDigits, roundedShareText } from "../text/formats.ts";
import { jsonText } from "../text/jsonText.ts";
import { useFormats } from "../text/useFormats.ts";

interface FieldValueProps {
  readonly field: FieldSchema;
  readonly value: Json | undefined;
  readonly currency?: string | undefined;
  readonly reference?: { readonly id: string; readonly type: string; readonly title: string } | undefined;
  readonly asLink?: boolean;
}

/** A value as readers expect it: money with its sign, a share as per cent, a reference as a name one can follow. */
export function FieldValue({ field, value, currency, reference, asLink = true }: FieldValueProps) {
  const { t } = useTranslation("form");
  const { local } = useLanguage();
  const { money, instant, date } = useFormats();
  if (value === null || value === undefined || value === "") return <span aria-label={t("notSet")}>–</span>;
  const text = jsonText(value);
  switch (field.type) {
    case "money":
      return <span className="num">{currency ? money(text, currency) : groupDigits(text, null)}</span>;
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
      return <span className={field.type === "longText" ? "preWrap" : undefined}>{text}</span>;
  }
}
