import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconForms, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Page } from "../shell/Page.tsx";
import { useSession } from "../signIn/useSession.ts";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { NotForYou } from "../states/NotForYou.tsx";
import { FieldEditor } from "./FieldEditor.tsx";
import { FieldTable } from "./FieldTable.tsx";
import { LayoutView } from "./layout/LayoutView.tsx";
import css from "./fields.module.css";

/** The fields that admins gave a record type: added, changed, put away. */
export function FieldsPage() {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const session = useSession();
  const search = useSearch({ from: "/studio/fields" });
  const navigate = useNavigate({ from: "/studio/fields" });
  const schemas = useRecordSchemas();
  const schema = schemas.byType(search.type ?? "customer");
  const isLayout = search.view === "layout";
  const isAdmin = session.data?.canAdmin === true;
  const fields = useQueryOf("fields.list", { recordType: schema?.type ?? "" }, { enabled: isAdmin && schema !== null });
  const [opened, open] = useState<string | null>(null);

  if (session.data && !isAdmin) return <NotForYou />;
  if (schema === null) return schemas.error === null ? <LoadingState /> : <FailureState isPage error={schemas.error} />;
  const all = fields.data ?? [];
  const chosen = all.find(({ id }) => id === opened);
  const add = (
    <Button leftSection={<IconPlus size={15} stroke={1.9} />} onClick={() => open("new")}>
      {t("add")}
    </Button>
  );
  return (
    <Page
      title={t("title")}
      beside={<p className={css.intro}>{t("intro")}</p>}
      acts={all.length === 0 || isLayout ? null : add}
    >
      <div className={css.bar}>
        <Select
          aria-label={t("recordType")}
          className={css.types ?? ""}
          data={schemas.all.map((it) => ({ value: it.type, label: local(it.plural) }))}
          value={schema.type}
          allowDeselect={false}
          onChange={(type) => (
            open(null),
            void navigate({ search: { ...search, type: type ?? undefined }, replace: true })
          )}
        />
        <SegmentedControl
          value={isLayout ? "layout" : "fields"}
          data={[
            { value: "fields", label: t("viewFields") },
            { value: "layout", label: t("viewLayout") },
          ]}
          onChange={(view) =>
            void navigate({
              search: { ...search, ...(view === "layout" ? { view: "layout" as const } : { view: undefined }) },
              replace: true,
            })
          }
        />
      </div>
      {isLayout ? (
        <LayoutView schema={schema} />
      ) : fields.error && fields.data === undefined ? (
        <FailureState error={fields.error} onRetry={() => void fields.refetch()} />
      ) : fields.data === undefined ? (
        <LoadingState rows={6} height={34} />
      ) : all.length === 0 ? (
        <EmptyState icon={IconForms} title={t("emptyTitle")} text={t("emptyText")} action={add} />
      ) : (
        <FieldTable fields={all} onEdit={({ id }) => open(id)} />
      )}
      {opened === "new" || chosen !== undefined ? (
        <FieldEditor
          key={`${schema.type}.${opened}`}
          schema={schema}
          field={chosen ?? null}
          onClose={() => open(null)}
        />
      ) : null}
    </Page>
  );
}
