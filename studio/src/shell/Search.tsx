import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconPlus, IconSearch, IconUpload } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { recordAddress } from "../api/recordTypes.ts";
import type { SignedIn } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { navigationFor } from "./navigation.ts";

export const openSearch = (): void => spotlight.open();

/** ⌘K: every record a person may see, every page, and the acts that start something. */
export function Search({ session }: { readonly session: SignedIn }) {
  const { t } = useTranslation("shell");
  const { local } = useLanguage();
  const navigate = useNavigate();
  const schemas = useRecordSchemas();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 180);
  const found = useQueryOf("search.all", { q: settled }, { enabled: settled.length >= 1, keepPrevious: true });
  const go = (to: string) => () => void navigate({ to });
  const matches = (label: string): boolean => label.toLowerCase().includes(query.trim().toLowerCase());

  const records: SpotlightActionData[] = (settled === "" ? [] : (found.data ?? [])).flatMap((hit) => {
    const to = hit.type === "case" ? `/cases/${hit.id}` : recordAddress(hit.type, hit.id);
    if (to === null) return [];
    const typeName = local(schemas.byType(hit.type)?.label) || hit.type;
    return [
      {
        id: `${hit.type}${hit.id}`,
        label: hit.title,
        description: [typeName, hit.subtitle].filter(Boolean).join(" · "),
        onClick: go(to),
      },
    ];
  });
  const pages: SpotlightActionData[] = navigationFor(session)
    .map((entry) => ({
      id: entry.to,
      label: t(entry.text),
      onClick: go(entry.to),
      leftSection: <entry.icon size={16} stroke={1.7} />,
    }))
    .filter((action) => matches(action.label));
  const acts: SpotlightActionData[] = [
    { id: "newQuote", label: t("newQuote"), onClick: go("/quotes/new"), leftSection: <IconPlus size={16} /> },
    { id: "newCustomer", label: t("newCustomer"), onClick: go("/customers/new"), leftSection: <IconPlus size={16} /> },
    { id: "newProduct", label: t("newProduct"), onClick: go("/products/new"), leftSection: <IconPlus size={16} /> },
    {
      id: "importProducts",
      label: t("importProducts"),
      onClick: go("/products/import"),
      leftSection: <IconUpload size={16} />,
    },
  ].filter((action) => matches(action.label));
  const groups: SpotlightActionGroupData[] = [
    { group: t("records"), actions: records },
    { group: t("goTo"), actions: pages },
    { group: t("actions"), actions: acts },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      filter={(_query, actions) => actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={["mod + K"]}
      nothingFound={t("searchNothing")}
      scrollable
      maxHeight={420}
      searchProps={{
        placeholder: t("searchPlaceholder"),
        "aria-label": t("search"),
        leftSection: <IconSearch size={17} stroke={1.7} />,
      }}
    />
  );
}
