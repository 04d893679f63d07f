import { ActionIcon, Button, Popover, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import type { FieldSchema, RecordSchema } from "@sluice/domain";
import { IconFilter, IconSearch, IconTrash, IconX } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FilterField } from "./FilterField.tsx";
import type { ListSearch } from "./listSearch.ts";
import { StageFilter } from "./StageFilter.tsx";
import css from "./ListFilters.module.css";

interface ListFiltersProps {
  readonly schema: RecordSchema;
  readonly search: ListSearch;
  /** Whether the reader may bring anything of this type back. */
  readonly canRestore: boolean;
  readonly onChange: (search: ListSearch) => void;
  /** What else stands beside them. */
  readonly children?: ReactNode;
}

/** Words and filters of a list. What is offered is what the schema says can be filtered. */
export function ListFilters({ schema, search, canRestore, onChange, children }: ListFiltersProps) {
  const { t } = useTranslation(["lists", "form"]);
  const { local, language } = useLanguage();
  const plural = newName(local(schema.plural), language);
  const [words, setWords] = useState(search.q ?? "");
  const [addressWords, setAddressWords] = useState(search.q);
  // The address changed by itself (back, cleared): the field follows.
  if (search.q !== addressWords) {
    setAddressWords(search.q);
    setWords(search.q ?? "");
  }
  const settle = useDebouncedCallback((q: string) => onChange(withWords(search, q)), 250);
  const fields = Object.entries(schema.fields).filter(([, field]) => isOffered(field));
  const waiting = Object.values(schema.fields).filter(({ indexing }) => indexing === true);
  const filters = search.filters ?? {};
  const hasStages = schema.fields["stage"] !== undefined;
  const count = Object.keys(filters).length + (search.stage === undefined ? 0 : 1);
  const setFilter = (path: string, value: string | null): void => {
    const { [path]: _old, ...others } = filters;
    const { filters: _all, ...rest } = search;
    const next = value === null ? others : { ...others, [path]: value };
    onChange(Object.keys(next).length === 0 ? rest : { ...rest, filters: next });
  };

  return (
    <div className={css.filters} role="search">
      <TextInput
        className={css.words ?? ""}
        aria-label={t("searchIn", { plural })}
        placeholder={t("searchIn", { plural })}
        leftSection={<IconSearch size={14} />}
        rightSection={
          words === "" ? null : (
            <ActionIcon
              size={20}
              aria-label={t("form:clear")}
              onClick={() => (setWords(""), onChange(withWords(search, "")))}
            >
              <IconX size={13} />
            </ActionIcon>
          )
        }
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          settle(event.currentTarget.value);
        }}
      />
      {(fields.length + waiting.length === 0 && !hasStages) || search.deleted ? null : (
        <Popover width={280} position="bottom-start" shadow="md" trapFocus>
          <Popover.Target>
            <Button className={css.button ?? ""} variant="default" leftSection={<IconFilter size={14} />}>
              {count === 0 ? t("filter") : `${t("filter")} · ${count}`}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <div className={css.fields} data-autofocus tabIndex={-1}>
              {hasStages && (
                <StageFilter
                  schema={schema}
                  value={search.stage ?? null}
                  onChange={(stage) => onChange(withStage(search, stage))}
                />
              )}
              {fields.map(([path, field]) => (
                <FilterField
                  key={path}
                  field={field}
                  value={filters[path] ?? null}
                  onChange={(value) => setFilter(path, value)}
                />
              ))}
              {waiting.map((field) => (
                <p key={field.label.en} className={css.waiting}>
                  {t("indexing", { field: local(field.label) })}
                </p>
              ))}
              {count === 0 ? null : (
                <Button variant="subtle" color="gray" onClick={() => onChange(withoutFilters(search))}>
                  {t("clearAll")}
                </Button>
              )}
            </div>
          </Popover.Dropdown>
        </Popover>
      )}
      {search.deleted ? null : children}
      {canRestore || search.deleted ? (
        <Button
          className={css.button ?? ""}
          variant={search.deleted ? "light" : "subtle"}
          color={search.deleted ? "sluice" : "gray"}
          aria-pressed={search.deleted === true}
          leftSection={<IconTrash size={14} />}
          rightSection={search.deleted ? <IconX size={13} /> : undefined}
          onClick={() => onChange(withDeleted(search))}
        >
          {t("deleted")}
        </Button>
      ) : null}
    </div>
  );
}

/** Built-in fields are narrowed by what can be picked; custom ones by whatever an admin offered. */
const isOffered = ({ filterable, custom, type, refersTo }: FieldSchema): boolean =>
  filterable === true &&
  (custom === true || type === "choice" || type === "boolean" || (type === "reference" && refersTo !== "department"));

const withWords = (search: ListSearch, q: string): ListSearch => {
  const { q: _old, ...rest } = search;
  return q.trim() === "" ? rest : { ...rest, q };
};
/** What was deleted is found by its words alone. */
const withDeleted = ({ deleted, q }: ListSearch): ListSearch => ({
  ...(q === undefined ? {} : { q }),
  ...(deleted === true ? {} : { deleted: true }),
});
const withStage = ({ stage: _old, ...rest }: ListSearch, stage: string | null): ListSearch =>
  stage === null ? rest : { ...rest, stage };
const withoutFilters = ({ filters: _filters, stage: _stage, ...rest }: ListSearch): ListSearch => rest;
