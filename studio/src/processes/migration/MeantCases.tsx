import { Button } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/surface.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { findNode } from "../../canvas/model/elements.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import css from "./migration.module.css";

export type MeantFilter = OutputOf<"migrations.get">["filter"];

interface MeantCasesProps {
  readonly definition: ProcessDefinition;
  readonly filter: MeantFilter;
  /** Means all cases instead; where that can still be chosen. */
  readonly onAll?: () => void;
}

/** Which cases are meant, in words; nothing where all are. */
export function MeantCases({ definition, filter, onAll }: MeantCasesProps) {
  const { t } = useTranslation("migration");
  const { local } = useLanguage();
  const { node, stage, department, amountFrom, amountUntil, caseIds } = filter;
  const asked = useQueryOf("processes.liveChoices", { key: definition.key }, { enabled: department !== undefined });
  const found = asked.data?.departments.find(({ id }) => id === department);
  const place = node ?? definition.nodes.find((it) => it.kind === "stage" && it.key === stage)?.id ?? stage;
  const step = place === undefined ? null : findNode(definition, place);
  const said = [
    place !== undefined && t("meant.at", { step: step ? local(step.name) : place }),
    department !== undefined && t("meant.department", { department: found ? local(found.name) : "…" }),
    amountFrom !== undefined && t("meant.from", { amount: amountFrom }),
    amountUntil !== undefined && t("meant.until", { amount: amountUntil }),
    caseIds !== undefined && t("meant.named", { count: caseIds.length }),
  ].filter((words) => words !== false);
  if (said.length === 0) return null;
  return (
    <p className={css.meant} data-meant>
      <span>{t("meant.only", { which: said.join(t("meant.and")) })}</span>
      {onAll && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t("meant.all")}
        </Button>
      )}
    </p>
  );
}
