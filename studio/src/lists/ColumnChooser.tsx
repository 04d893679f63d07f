import { Button, Checkbox, Popover, ScrollArea } from "@mantine/core";
import type { RecordSchema } from "@sluice/domain";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Collection } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { fieldPathOf, possibleColumns } from "./columnsOf.ts";
import css from "./ListFilters.module.css";

interface ColumnChooserProps {
  readonly collection: Collection;
  readonly schema: RecordSchema;
  readonly shown: readonly string[];
  readonly isUsual: boolean;
  readonly onChoose: (paths: readonly string[] | null) => void;
}

/** Which fields of its records a list shows. The name of a record always is. */
export function ColumnChooser({ collection, schema, shown, isUsual, onChoose }: ColumnChooserProps) {
  const { t } = useTranslation("lists");
  const { local } = useLanguage();
  const columns = possibleColumns(collection, schema).filter(({ path }) => path !== "title");
  const labelOf = (path: string): string =>
    path === "stage" ? t("stage") : local(schema.fields[fieldPathOf(path)]?.label) || path;
  return (
    <Popover width={260} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button className={css.button ?? ""} variant="subtle" color="gray" leftSection={<IconColumns3 size={14} />}>
          {t("columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.fields} data-autofocus tabIndex={-1}>
          <ScrollArea.Autosize mah={360} type="auto">
            <div className={css.fields}>
              {columns.map(({ path }) => (
                <Checkbox
                  key={path}
                  size="xs"
                  label={labelOf(path)}
                  checked={shown.includes(path)}
                  onChange={(event) =>
                    onChoose(event.currentTarget.checked ? [...shown, path] : shown.filter((it) => it !== path))
                  }
                />
              ))}
            </div>
          </ScrollArea.Autosize>
          {isUsual ? null : (
            <Button variant="subtle" color="gray" onClick={() => onChoose(null)}>
              {t("usualColumns")}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
