import type { RecordSchema } from "@sluice/domain";
import { Link } from "@tanstack/react-router";
import { slugOf } from "../api/recordTypes.ts";
import type { Collection, RecordRow } from "../api/shapes.ts";
import { FieldValue } from "../form/FieldValue.tsx";
import { StageChip } from "../records/StageChip.tsx";
import { useFormats } from "../text/useFormats.ts";
import { fieldPathOf } from "./columnsOf.ts";
import css from "./RecordTable.module.css";

interface ListCellProps {
  readonly collection: Collection;
  readonly schema: RecordSchema;
  readonly path: string;
  readonly row: RecordRow;
}

/** One cell of a list. The first name of a row leads to its page. */
export function ListCell({ collection, schema, path, row }: ListCellProps) {
  const { instant } = useFormats();
  const link = (text: string, look = css.title) => (
    <Link
      to="/$collection/$id"
      params={{ collection: slugOf(collection), id: row.id }}
      className={look ?? ""}
      tabIndex={-1}
    >
      {text}
    </Link>
  );
  if (path === "title") return link(row.title);
  if (path === "number") return link(row.number ?? row.title, `${css.title} ${css.number}`);
  if (path === "stage")
    return row.stage === null ? <span>–</span> : <StageChip recordType={schema.type} stage={row.stage} />;
  if (path === "updatedAt") return <span className="num">{instant(row.updatedAt)}</span>;
  const field = schema.fields[fieldPathOf(path)];
  if (field === undefined) return null;
  const currency = typeof row.fields.currency === "string" ? row.fields.currency : undefined;
  return (
    <span>
      <FieldValue
        field={field}
        value={row.fields[fieldPathOf(path)]}
        currency={currency}
        reference={row.refs[fieldPathOf(path)]}
        asLink={false}
      />
    </span>
  );
}
