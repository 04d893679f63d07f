import type { RecordSchema } from "@sluice/domain";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { tableFeatures, useTable, type ColumnDef } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { slugOf } from "../api/recordTypes.ts";
import type { Collection, RecordRow } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { ListColumn } from "../records/recordFace.ts";
import { fieldPathOf } from "./columnsOf.ts";
import { ListCell } from "./ListCell.tsx";
import css from "./RecordTable.module.css";

interface RecordTableProps {
  readonly collection: Collection;
  readonly schema: RecordSchema;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly RecordRow[];
  readonly sort: { readonly field: string; readonly isDescending: boolean } | null;
  readonly onSort: (field: string, isDescending: boolean) => void;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

const rowHeight = 38;
const features = tableFeatures({});
const atTheEnd: ReadonlySet<string> = new Set(["money", "share", "decimal", "integer"]);

/** A list of any length: only the rows in sight are drawn, the next page comes as one nears the end. ↑ ↓ Home End Enter work. */
export function RecordTable({
  collection,
  schema,
  columns,
  rows,
  sort,
  onSort,
  hasMore,
  isLoadingMore,
  onMore,
}: RecordTableProps) {
  const { t } = useTranslation("lists");
  const { local } = useLanguage();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);

  const definitions = useMemo(
    () =>
      columns.map(({ path }): ColumnDef<typeof features, RecordRow> => ({
        id: path,
        header:
          path === "title"
            ? local(schema.fields[schema.titleField]?.label) || t("name")
            : path === "stage"
              ? t("stage")
              : local(schema.fields[fieldPathOf(path)]?.label),
        cell: ({ row }) => <ListCell collection={collection} schema={schema} path={path} row={row.original} />,
      })),
    [columns, schema, collection, local, t],
  );
  const table = useTable({ features, columns: definitions, data: rows as RecordRow[] });
  const tableRows = table.getRowModel().rows;
  // The virtualizer hands out functions that must not be memoised; nothing here does.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: tableRows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= rows.length - 15) onMore();
  }, [hasMore, isLoadingMore, last, rows.length, onMore]);

  const layoutOf = (path: string): { className: string; style?: { width: number } } => {
    const column = columns.find((it) => it.path === path);
    const type = schema.fields[fieldPathOf(path)]?.type ?? "text";
    const end = atTheEnd.has(type) ? ` ${css.end}` : "";
    return column?.width === null || column === undefined
      ? { className: `${css.grow}${end}` }
      : { className: end, style: { width: column.width } };
  };
  const open = (row: RecordRow | undefined): void => {
    if (row !== undefined)
      void navigate({ to: "/$collection/$id", params: { collection: slugOf(collection), id: row.id } });
  };
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      j: active + 1,
      ArrowUp: active - 1,
      k: active - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: active + 12,
      PageUp: active - 12,
    };
    const target = steps[event.key];
    if (event.key === "Enter") open(rows[active]);
    else if (target !== undefined) goTo(target);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={frame}
      className={css.table}
      role="grid"
      tabIndex={0}
      aria-label={local(schema.plural)}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-activedescendant={active < 0 ? undefined : `row${active}`}
      onKeyDown={onKey}
    >
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={css.head}>
          {group.headers.map((header) => {
            const path = header.column.id;
            const field = path === "title" ? schema.titleField : fieldPathOf(path);
            const isSortable = schema.fields[field]?.sortable === true;
            const direction = sort?.field === field ? (sort.isDescending ? "descending" : "ascending") : "none";
            const layout = layoutOf(path);
            const Arrow =
              direction === "none" ? IconArrowsSort : direction === "ascending" ? IconArrowUp : IconArrowDown;
            return (
              <div
                key={header.id}
                role="columnheader"
                {...layout}
                className={`${css.headCell} ${layout.className}`}
                {...(isSortable ? { "aria-sort": direction } : {})}
              >
                {isSortable ? (
                  <button
                    type="button"
                    className={css.sort}
                    title={t("sortBy", { column: String(header.column.columnDef.header) })}
                    onClick={() => onSort(field, direction === "ascending")}
                  >
                    <table.FlexRender header={header} />
                    <Arrow size={12} aria-hidden="true" />
                  </button>
                ) : (
                  <table.FlexRender header={header} />
                )}
              </div>
            );
          })}
        </div>
      ))}
      <div className={css.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {inSight.map((item) => {
          const row = tableRows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={row.original.id}
              id={`row${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              className={css.row}
              data-active={item.index === active || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) =>
                (event.target as HTMLElement).closest("a") === null ? open(row.original) : undefined
              }
            >
              {row.getAllCells().map((cell) => {
                const layout = layoutOf(cell.column.id);
                return (
                  <div key={cell.id} role="gridcell" {...layout} className={`${css.cell} ${layout.className}`}>
                    <table.FlexRender cell={cell} />
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
      <div className={css.foot} role="presentation">
        {isLoadingMore
          ? t("loadingMore")
          : hasMore
            ? t("shown", { count: rows.length })
            : `${t("shown", { count: rows.length })} · ${t("end")}`}
      </div>
    </div>
  );
}
