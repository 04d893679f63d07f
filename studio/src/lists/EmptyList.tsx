import { Button } from "@mantine/core";
import type { RecordSchema } from "@sluice/domain";
import { IconPlus, IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { slugOf } from "../api/recordTypes.ts";
import type { Collection } from "../api/shapes.ts";
import { newName } from "../i18n/newName.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { iconOf } from "../shell/iconOf.ts";
import { LinkButton } from "../shell/LinkButton.tsx";
import { EmptyState } from "../states/EmptyState.tsx";

interface EmptyListProps {
  readonly collection: Collection;
  readonly schema: RecordSchema;
  readonly isNarrowed: boolean;
  readonly canCreate: boolean;
  readonly onClear: () => void;
}

/** A list without rows: what would stand here, where it comes from, and how to begin; or that nothing fits the filters. */
export function EmptyList({ collection, schema, isNarrowed, canCreate, onClear }: EmptyListProps) {
  const { t } = useTranslation("lists");
  const { local, language } = useLanguage();
  if (isNarrowed)
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t("noMatchTitle")}
        text={t("noMatchText")}
        action={
          <Button variant="default" onClick={onClear}>
            {t("clearAll")}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={iconOf(schema.type)}
      title={t("emptyTitle", { plural: newName(local(schema.plural), language) })}
      text={t(collection === "orders" ? "emptyOrders" : collection === "costSheets" ? "emptyCostSheets" : "emptyText")}
      {...(canCreate
        ? {
            action: (
              <LinkButton
                leftSection={<IconPlus size={15} />}
                to="/$collection/new"
                params={{ collection: slugOf(collection) }}
              >
                {t("newOne", { type: newName(local(schema.label), language) })}
              </LinkButton>
            ),
          }
        : {})}
    />
  );
}
