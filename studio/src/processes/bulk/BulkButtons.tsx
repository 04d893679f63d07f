import { Button } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import type { LiveFilter } from "../liveView.ts";
import { BulkDialog } from "./BulkDialog.tsx";

/** Acts on every case that is looked at, for those who may; and how far the last such act is. */
export function BulkButtons({
  definition,
  node,
  filter,
  open,
}: {
  readonly definition: ProcessDefinition;
  readonly node: string | null;
  readonly filter: LiveFilter;
  readonly open: number;
}) {
  const { t } = useTranslation("bulk");
  const [shown, show] = useState<"act" | "last" | null>(null);
  const last = useQueryOf("bulk.newest", { process: definition.key }).data ?? null;
  if (open === 0 && last === null) return null;
  return (
    <div style={{ display: "flex", flexDirection: "column", gap: 6, marginTop: 14 }}>
      {open > 0 && (
        <Button variant="default" onClick={() => show("act")}>
          {t("open", { count: open })}
        </Button>
      )}
      {last !== null && (
        <Button variant="subtle" onClick={() => show("last")}>
          {t("last")}
        </Button>
      )}
      {shown !== null && (
        <BulkDialog
          definition={definition}
          node={node}
          filter={filter}
          showsLast={shown === "last"}
          onClose={() => show(null)}
        />
      )}
    </div>
  );
}
