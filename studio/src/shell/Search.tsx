import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconChecklist, IconPlus, IconRoute, IconSearch, IconUpload } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { collectionOf, recordAddress, slugOf } from "../api/recordTypes.ts";
import type { SignedIn } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useMay } from "../signIn/useMay.ts";
import { iconOf } from "./iconOf.ts";
import { navigationFor } from "./navigation.ts";
import css from "./Search.module.css";

export const openSearch = (): void => spotlight.open();

/** ⌘K: every record a person may see, every page, and the acts that start something. */
export function Search({ session }: { readonly session: SignedIn }) {
  const { t } = useTranslation("shell");
  const { local, language } = useLanguage();
  const navigate = useNavigate();
  const schemas = useRecordSchemas();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 180);
  const [isOpen, setOpen] = useState(false);
  const may = useMay();
  const found = useQueryOf("search.all", { q: settled }, { enabled: settled.length >= 1, keepPrevious: true });
  const processes = useQueryOf("processes.list", undefined, { enabled: isOpen });
  const inbox = useQueryOf("tasks.inbox", { filter: "all", limit: 50 }, { enabled: isOpen });
  const go = (to: string) => () => void navigate({ to });
  const matches = (label: string): boolean => label.toLowerCase().includes(query.trim().toLowerCase());

  const records: SpotlightActionData[] = (settled === "" ? [] : (found.data ?? [])).flatMap((hit) => {
    const to = hit.type === "case" ? `/cases/${hit.id}` : recordAddress(hit.type, hit.id);
    if (to === null) return [];
    const Icon = iconOf(hit.type);
    return [
      {
        id: `${hit.type}${hit.id}`,
        label: hit.title,
        description: hit.subtitle || local(schemas.byType(hit.type)?.label),
        onClick: go(to),
        leftSection: <Icon size={17} stroke={1.7} />,
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
  const drawn: SpotlightActionData[] = (query.trim() === "" ? [] : (processes.data ?? []))
    .map((process) => ({
      id: `process${process.key}`,
      label: local(process.name),
      description: t("process"),
      onClick: () => void navigate({ to: "/studio/processes/$key", params: { key: process.key } }),
      leftSection: <IconRoute size={17} stroke={1.7} />,
    }))
    .filter((action) => matches(action.label));
  const tasks: SpotlightActionData[] = (query.trim() === "" ? [] : (inbox.data?.items ?? []))
    .map((task) => ({
      id: `task${task.id}`,
      label: task.name,
      description: [task.record.number, task.record.title].filter(Boolean).join(" · "),
      onClick: () => void navigate({ to: "/inbox", search: { task: task.id } }),
      leftSection: <IconChecklist size={17} stroke={1.7} />,
    }))
    .filter((action) => matches(`${action.label} ${action.description}`))
    .slice(0, 5);
  const acts: SpotlightActionData[] = [
    ...(["quote", "customer", "contact", "product", "priceBook", "territory"] as const)
      .filter((type) => may("create", type))
      .map((type) => ({
        id: `new${type}`,
        label: t("newOne", { type: newName(local(schemas.byType(type)?.label), language) }),
        onClick: go(`/${slugOf(collectionOf(type) ?? "quotes")}/new`),
        leftSection: <IconPlus size={16} />,
      })),
    ...(may("create", "product")
      ? [
          {
            id: "importProducts",
            label: t("importProducts"),
            onClick: go("/products/import"),
            leftSection: <IconUpload size={16} />,
          },
        ]
      : []),
  ].filter((action) => matches(action.label));
  const groups: SpotlightActionGroupData[] = [
    { group: t("inbox"), actions: tasks },
    { group: t("records"), actions: records },
    { group: t("processes"), actions: drawn },
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
      nothingFound={t(found.isFetching ? "searching" : found.isError ? "searchFailed" : "searchNothing")}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => (setOpen(false), setQuery(""))}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ content: css.content, search: css.searchBox, action: css.action, actionsGroup: css.group }}
      scrollable
      maxHeight={460}
      searchProps={{
        placeholder: t("searchPlaceholder"),
        "aria-label": t("search"),
        leftSection: <IconSearch size={17} stroke={1.7} />,
      }}
    />
  );
}
