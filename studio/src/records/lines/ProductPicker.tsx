import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordRow } from "../../api/shapes.ts";
import { useReferenceOptions } from "../../form/useReferenceOptions.ts";

/** Adds a product as a line: type a name or code, Enter takes the first match, type the next. */
export function ProductPicker({ onPick }: { readonly onPick: (product: RecordRow) => void }) {
  const { t } = useTranslation("form");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState("");
  const [settled] = useDebouncedValue(typed.trim(), 150);
  const { options, isLoading } = useReferenceOptions({
    refersTo: "product",
    words: settled,
    within: undefined,
    enabled: combobox.dropdownOpened,
  });
  const matches = options.map((option) => option.value).join();
  const { dropdownOpened, selectFirstOption } = combobox;
  useEffect(() => {
    if (dropdownOpened && matches !== "") selectFirstOption();
  }, [matches, dropdownOpened, selectFirstOption]);

  const pick = (id: string): void => {
    const row = options.find((option) => option.value === id)?.row;
    if (row !== undefined) onPick(row);
    setTyped("");
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} size="xs">
      <Combobox.Target>
        <TextInput
          aria-label={t("addProduct")}
          placeholder={t("addProduct")}
          leftSection={<IconSearch size={14} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: "auto" }}>
          {options.length === 0 ? (
            <Combobox.Empty>{isLoading ? t("searching") : t("nothingFound")}</Combobox.Empty>
          ) : null}
          {options.map((option) => (
            <Combobox.Option key={option.value} value={option.value}>
              {option.label}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
