import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { collectionOfSlug, recordTypeOf, slugOf } from "../api/recordTypes.ts";
import type { Collection, FieldValues } from "../api/shapes.ts";
import { useCommand } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { problemsByField } from "../form/problemsByField.ts";
import { RecordFields } from "../form/RecordFields.tsx";
import { useLayout } from "../form/useLayout.ts";
import { useRecordDraft } from "../form/useRecordDraft.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useMay } from "../signIn/useMay.ts";
import { useSession } from "../signIn/useSession.ts";
import { LoadingState } from "../states/LoadingState.tsx";
import { NotForYou } from "../states/NotForYou.tsx";
import { ProblemList } from "../states/ProblemList.tsx";
import { Card } from "./Card.tsx";
import { formPathsOf } from "./formPathsOf.ts";
import { isClosedTo } from "./isClosedTo.ts";
import { linesOf } from "./lines/Line.ts";
import { PriceLines } from "./priceBook/PriceLines.tsx";
import { QuoteLines } from "./quote/QuoteLines.tsx";
import { QuoteSums } from "./quote/QuoteSums.tsx";
import { quoteTotals } from "./quote/quoteTotals.ts";
import { TerritoryMembers } from "./territory/TerritoryMembers.tsx";
import css from "./RecordPage.module.css";

/** The form of a record that is not there yet. Input is kept over a reload and an ended session until it is created. */
export function NewRecordPage() {
  const { collection: slug } = useParams({ from: "/$collection/new" });
  const collection = collectionOfSlug(slug) ?? "customers";
  const schemas = useRecordSchemas();
  const may = useMay();
  const schema = schemas.byType(recordTypeOf(collection));
  if (schema === null) return <LoadingState />;
  if (!may("create", schema.type)) return <NotForYou />;
  return <NewRecord key={collection} collection={collection} schema={schema} />;
}

/** A civil date so many days from today, in the reader's own zone. */
const inDays = (days: number): string => dayjs().add(days, "day").format("YYYY-MM-DD");

const startingValues = (schema: RecordSchema): Record<string, Json> => ({
  ...(schema.fields.currency === undefined ? {} : { currency: "CNY" }),
  ...(schema.type === "product" ? { active: true } : {}),
  ...(schema.type === "quote" ? { validUntil: inDays(30) } : {}),
  ...(schema.fields.rateDate === undefined ? {} : { rateDate: inDays(0) }),
  ...Object.fromEntries(
    Object.entries(schema.fields).flatMap(([path, field]) =>
      field.default === undefined ? [] : [[path, field.default as Json]],
    ),
  ),
});

function NewRecord({ collection, schema }: { readonly collection: Collection; readonly schema: RecordSchema }) {
  const { t } = useTranslation(["records", "form"]);
  const { local, language } = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: "/$collection/new" });
  const session = useSession();
  const create = useCommand(`${collection}.create`);
  const roles = session.data?.person.roles ?? [];
  const isClosed = (path: string): boolean => isClosedTo(schema.fields[path], roles);
  const given: FieldValues = {
    ...Object.fromEntries(Object.entries(startingValues(schema)).filter(([path]) => !isClosed(path))),
    ...search,
  };
  const draft = useRecordDraft(`${schema.type}.new`, { version: 0, fields: given });
  const customer = useQueryOf(
    "customers.get",
    { id: search.customer ?? "" },
    { enabled: search.customer !== undefined },
  );
  const quote = useQueryOf("quotes.get", { id: search.quote ?? "" }, { enabled: search.quote !== undefined });
  const refs = {
    ...(customer.data === undefined
      ? {}
      : { customer: { id: customer.data.id, type: "customer", title: customer.data.title } }),
    ...(quote.data === undefined ? {} : { quote: { id: quote.data.id, type: "quote", title: quote.data.title } }),
    ...(session.data ? { owner: { id: session.data.person.id, type: "person", title: session.data.person.name } } : {}),
  };
  const { byField, general } = problemsByField(
    create.problems,
    (path) => schema.fields[path.split(".")[0] ?? ""] !== undefined,
  );
  const paths = formPathsOf(schema).filter(
    (path) => schema.fields[path]?.derived !== true && path !== "owner" && path !== "department" && !isClosed(path),
  );
  const sections = useLayout(schema, paths);
  const lines = schema.fields.lines;
  const currency = typeof draft.values.currency === "string" ? draft.values.currency : undefined;
  const totals = quoteTotals({ ...draft.values, lines: linesOf(draft.values.lines) as Json });

  const save = async (): Promise<void> => {
    const made = await create.run({ fields: { ...given, ...draft.edits } });
    if (made === null || made.recordId === null) return;
    draft.discard();
    notifications.show({ message: t("createdToast") });
    await navigate({ to: "/$collection/$id", params: { collection: slugOf(collection), id: made.recordId } });
  };

  useHotkeys([["mod+S", () => (create.isRunning ? undefined : void save())]], []);

  return (
    <form
      className={css.page}
      onKeyDown={(event) => {
        // Enter goes on in the form; only the button and Ctrl/⌘ S create.
        const isField = event.target instanceof HTMLInputElement;
        if (event.key === "Enter" && isField) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className={css.head}>
        <div className={css.crumbs}>
          <Link to="/$collection" params={{ collection: slugOf(collection) }}>
            {local(schema.plural)}
          </Link>
        </div>
        <div className={css.titleRow}>
          <h1>{t("newRecord", { type: newName(local(schema.label), language) })}</h1>
          <div className={css.acts}>
            <Button
              variant="default"
              onClick={() => (
                draft.discard(),
                void navigate({ to: "/$collection", params: { collection: slugOf(collection) } })
              )}
            >
              {t("form:cancel")}
            </Button>
            <Button type="submit" loading={create.isRunning}>
              {t("create")}
            </Button>
          </div>
        </div>
      </header>
      <div className={css.columns}>
        <div className={css.main}>
          <ProblemList problems={general} />
          {sections.map((section) => (
            <Card key={section.paths.join(" ")} title={local(section.title) || t("details")}>
              <RecordFields
                schema={schema}
                paths={section.paths}
                values={draft.values}
                refs={refs}
                rightOf={() => "edit"}
                errors={byField}
                onChange={draft.change}
              />
            </Card>
          ))}
          {schema.type === "quote" && lines !== undefined ? (
            <QuoteLines
              field={lines}
              lines={totals.lines}
              currency={currency}
              canEdit
              errors={byField}
              onChange={(next) =>
                draft.change("lines", next.map(({ unitPrice: _unitPrice, total: _total, ...line }) => line) as Json)
              }
            />
          ) : null}
          {schema.type === "territory" && schema.fields.members !== undefined ? (
            <TerritoryMembers
              field={schema.fields.members}
              lines={linesOf(draft.values.members)}
              canEdit
              errors={byField}
              onChange={(next) => draft.change("members", next as Json)}
            />
          ) : null}
          {schema.type === "priceBook" && schema.fields.entries !== undefined ? (
            <PriceLines
              field={schema.fields.entries}
              lines={linesOf(draft.values.entries)}
              currency={currency}
              canEdit
              errors={byField}
              onChange={(next) => draft.change("entries", next as Json)}
            />
          ) : null}
        </div>
        {schema.type === "quote" ? (
          <aside className={css.aside}>
            <Card title={t("sums")}>
              <QuoteSums
                totals={totals}
                standing={{}}
                values={draft.values}
                currency={currency ?? "CNY"}
                isUnsaved={false}
              />
            </Card>
          </aside>
        ) : null}
      </div>
    </form>
  );
}
