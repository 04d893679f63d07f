import { ActionIcon, Button, Popover, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import type { RecordSchema } from "@sluice/domain";
import { IconFilter, IconSearch, IconTrash, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReferenceInput } from "../form/ReferenceInput.tsx";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { ListSearch } from "./listSearch.ts";
import css from "./ListFilters.module.css";

interface ListFiltersProps {
  readonly schema: RecordSchema;
  readonly search: ListSearch;
  /** Whether the reader may bring anything of this type back. */
  readonly canRestore: boolean;
  readonly onChange: (search: ListSearch) => void;
}

/** Words and filters of a list. What is offered is what the schema says can be filtered. */
export function ListFilters({ schema, search, canRestore, onChange }: ListFiltersProps) {
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
  const fields = Object.entries(schema.fields).filter(
    ([, field]) =>
      field.filterable === true &&
      (field.type === "choice" ||
        field.type === "boolean" ||
        (field.type === "reference" && field.refersTo !== "department")),
  );
  const filters = search.filters ?? {};
  const count = Object.keys(filters).length;
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
      {fields.length === 0 || search.deleted ? null : (
        <Popover width={280} position="bottom-start" shadow="md" trapFocus>
          <Popover.Target>
            <Button className={css.button ?? ""} variant="default" leftSection={<IconFilter size={14} />}>
              {count === 0 ? t("filter") : `${t("filter")} · ${count}`}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <div className={css.fields} data-autofocus tabIndex={-1}>
              {fields.map(([path, field]) =>
                field.type === "reference" ? (
                  <ReferenceInput
                    key={path}
                    label={local(field.label)}
                    refersTo={field.refersTo ?? ""}
                    value={filters[path] ?? null}
                    placeholder={t("anyValue")}
                    onChange={(id) => setFilter(path, id)}
                    comboboxProps={{ withinPortal: false }}
                  />
                ) : (
                  <Select
                    key={path}
                    label={local(field.label)}
                    placeholder={t("anyValue")}
                    clearable
                    clearButtonProps={{ "aria-label": t("form:clear") }}
                    comboboxProps={{ withinPortal: false }}
                    data={
                      field.type === "boolean"
                        ? [
                            { value: "true", label: t("form:yes") },
                            { value: "false", label: t("form:no") },
                          ]
                        : (field.choices ?? []).map((choice) => ({ value: choice.key, label: local(choice.label) }))
                    }
                    value={filters[path] ?? null}
                    onChange={(value) => setFilter(path, value)}
                  />
                ),
              )}
              {count === 0 ? null : (
                <Button variant="subtle" color="gray" onClick={() => onChange(withoutFilters(search))}>
                  {t("clearAll")}
                </Button>
              )}
            </div>
          </Popover.Dropdown>
        </Popover>
      )}
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

const withWords = (search: ListSearch, q: string): ListSearch => {
  const { q: _old, ...rest } = search;
  return q.trim() === "" ? rest : { ...rest, q };
};
/** What was deleted is found by its words alone. */
const withDeleted = ({ deleted, q }: ListSearch): ListSearch => ({
  ...(q === undefined ? {} : { q }),
  ...(deleted === true ? {} : { deleted: true }),
});
const withoutFilters = ({ filters: _filters, ...rest }: ListSearch): ListSearch => rest;
