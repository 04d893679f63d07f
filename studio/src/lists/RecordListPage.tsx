import { IconPlus, IconUpload } from "@tabler/icons-react";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { collectionOfSlug, recordTypeOf, slugOf } from "../api/recordTypes.ts";
import { usePagesOf } from "../api/usePagesOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { Page } from "../shell/Page.tsx";
import { useMay } from "../signIn/useMay.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { NotForYou } from "../states/NotForYou.tsx";
import { ColumnChooser } from "./ColumnChooser.tsx";
import { DeletedRecords } from "./DeletedRecords.tsx";
import { EmptyList } from "./EmptyList.tsx";
import { ListFilters } from "./ListFilters.tsx";
import type { ListSearch } from "./listSearch.ts";
import { RecordTable } from "./RecordTable.tsx";
import { useColumns } from "./useColumns.ts";

/** All records of a type that the reader may see, page by page. Words, sort and filters stand in the address. */
export function RecordListPage() {
  const { t } = useTranslation("lists");
  const { local, language } = useLanguage();
  const may = useMay();
  const { collection: slug } = useParams({ from: "/$collection" });
  const search = useSearch({ from: "/$collection" });
  const navigate = useNavigate({ from: "/$collection" });
  const collection = collectionOfSlug(slug) ?? "customers";
  const schemas = useRecordSchemas();
  const schema = schemas.byType(recordTypeOf(collection));
  const { columns, chosen, choose } = useColumns(collection, schema);
  const filter = {
    ...search.filters,
    ...(search.q === undefined ? {} : { q: search.q }),
    ...(search.stage === undefined ? {} : { stage: search.stage }),
  };
  const pages = usePagesOf(
    `${collection}.list`,
    {
      limit: 50,
      ...(search.sort === undefined
        ? {}
        : { sort: { field: search.sort, direction: search.desc === true ? ("desc" as const) : ("asc" as const) } }),
      ...(Object.keys(filter).length === 0 ? {} : { filter }),
    },
    search.deleted !== true,
  );
  const show = (next: ListSearch): void => void navigate({ search: next, replace: true });

  if (schema === null) return schemas.error === null ? <LoadingState /> : <FailureState isPage error={schemas.error} />;
  if (!may("read", schema.type)) return <NotForYou />;
  // An order comes of an accepted quote, a cost sheet of a quote that asks for costing.
  const canCreate = collection !== "orders" && collection !== "costSheets" && may("create", schema.type);
  const isNarrowed = Object.keys(filter).length > 0;
  const acts = (
    <>
      {collection === "products" && canCreate ? (
        <LinkButton variant="default" leftSection={<IconUpload size={15} />} to="/products/import">
          {t("importCsv")}
        </LinkButton>
      ) : null}
      {canCreate ? (
        <LinkButton
          leftSection={<IconPlus size={15} />}
          to="/$collection/new"
          params={{ collection: slugOf(collection) }}
        >
          {t("newOne", { type: newName(local(schema.label), language) })}
        </LinkButton>
      ) : null}
    </>
  );

  return (
    <Page
      title={local(schema.plural)}
      beside={
        <ListFilters schema={schema} search={search} canRestore={may("delete", schema.type)} onChange={show}>
          <ColumnChooser
            collection={collection}
            schema={schema}
            shown={columns.map(({ path }) => path)}
            isUsual={chosen === null}
            onChoose={choose}
          />
        </ListFilters>
      }
      acts={acts}
    >
      {search.deleted === true ? (
        <DeletedRecords key={collection} collection={collection} q={search.q} />
      ) : pages.error && pages.items.length === 0 ? (
        <FailureState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <LoadingState rows={12} height={22} />
      ) : pages.items.length === 0 ? (
        <EmptyList
          collection={collection}
          schema={schema}
          isNarrowed={isNarrowed}
          canCreate={canCreate}
          onClear={() => show({})}
        />
      ) : (
        <RecordTable
          collection={collection}
          schema={schema}
          columns={columns}
          rows={pages.items}
          sort={search.sort === undefined ? null : { field: search.sort, isDescending: search.desc === true }}
          onSort={(field, isDescending) => show({ ...search, sort: field, desc: isDescending })}
          hasMore={pages.hasNextPage}
          isLoadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </Page>
  );
}
