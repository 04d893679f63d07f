import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { FieldRight, RecordView } from "../api/shapes.ts";
import type { RecordDraft } from "../form/useRecordDraft.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CostLines } from "./costSheet/CostLines.tsx";
import { linesOf, linesPathOf, type Line } from "./lines/Line.ts";
import { LinesGrid } from "./lines/LinesGrid.tsx";
import { PriceLines } from "./priceBook/PriceLines.tsx";
import { QuoteLines } from "./quote/QuoteLines.tsx";
import { quoteTotals } from "./quote/quoteTotals.ts";
import { TerritoryMembers } from "./territory/TerritoryMembers.tsx";

interface RecordLinesProps {
  readonly schema: RecordSchema;
  readonly record: RecordView;
  readonly draft: Pick<RecordDraft, "values" | "change">;
  readonly right: FieldRight;
  readonly errors: ReadonlyMap<string, string>;
}

/** The lines of a record in the grid of its type; nothing for types without lines. */
export function RecordLines({ schema, record, draft, right, errors }: RecordLinesProps) {
  const { local } = useLanguage();
  const path = linesPathOf(schema);
  const field = path === null ? undefined : schema.fields[path];
  if (path === null || field === undefined || right === "hidden") return null;
  const canEdit = right === "edit" && field.derived !== true;
  const currency = typeof draft.values.currency === "string" ? draft.values.currency : undefined;
  const write = (lines: readonly Line[]): void =>
    draft.change(path, lines.map((line) => withoutDerived(line, field.lineFields ?? {})) as Json);
  if (schema.type === "quote")
    return (
      <QuoteLines
        field={field}
        lines={quoteTotals(draft.values).lines}
        currency={currency}
        canEdit={canEdit}
        errors={errors}
        onChange={write}
      />
    );
  if (schema.type === "costSheet")
    return (
      <CostLines
        field={field}
        record={record}
        values={draft.values}
        canEdit={canEdit}
        errors={errors}
        onChange={write}
      />
    );
  if (schema.type === "priceBook")
    return (
      <PriceLines
        field={field}
        lines={linesOf(draft.values[path])}
        currency={currency}
        canEdit={canEdit}
        errors={errors}
        onChange={write}
      />
    );
  if (schema.type === "territory")
    return (
      <TerritoryMembers
        field={field}
        lines={linesOf(draft.values[path])}
        canEdit={canEdit}
        errors={errors}
        onChange={write}
      />
    );
  return (
    <LinesGrid
      label={local(field.label)}
      path={path}
      fields={field.lineFields ?? {}}
      columns={Object.keys(field.lineFields ?? {}).filter((column) => schema.type !== "order" || column !== "product")}
      lines={linesOf(draft.values[path])}
      currency={currency}
      canEdit={canEdit}
      errors={errors}
      onChange={write}
      aNewLine={() => ({})}
    />
  );
}

/** What the door computes is shown, not sent. */
const withoutDerived = (line: Line, fields: Readonly<Record<string, { readonly derived?: boolean }>>): Line =>
  Object.fromEntries(Object.entries(line).filter(([key]) => fields[key]?.derived !== true));
