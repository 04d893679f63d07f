import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCalculator } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ShownProblem } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useMay } from "../../signIn/useMay.ts";
import { OverrideOffer } from "./OverrideOffer.tsx";
import css from "./moves.module.css";

interface StartOfferProps {
  readonly problem: ShownProblem;
  readonly recordType: string;
  readonly recordId: string;
}

/**
 * Offers what would clear a problem, as far as its reader may do it: the cost sheet that is not signed yet, the costing of a
 * quote, or asking somebody else to override the rule.
 */
export function StartOffer({ problem, recordType, recordId }: StartOfferProps) {
  if (problem.start !== "costSignOff" || recordType !== "quote") return null;
  return <CostingOffer problem={problem} quoteId={recordId} />;
}

function CostingOffer({ problem, quoteId }: { readonly problem: ShownProblem; readonly quoteId: string }) {
  const { t } = useTranslation("records");
  const navigate = useNavigate();
  const may = useMay();
  const requestCosting = useCommand("quotes.requestCosting");
  const quote = useQueryOf("quotes.get", { id: quoteId });
  const { reason } = problem.values;
  // What a quote points to has a name for those alone who may see it.
  const sheet = quote.data?.refs["costSheet"];

  const start = async (): Promise<void> => {
    const made = await requestCosting.run({ id: quoteId });
    if (made !== null) notifications.show({ message: t("costingStarted") });
  };

  return (
    <div className={css.offers}>
      {sheet === undefined ? null : (
        <Button
          variant="default"
          onClick={() => void navigate({ to: "/$collection/$id", params: { collection: "cost-sheets", id: sheet.id } })}
        >
          {t("openCostSheet")}
        </Button>
      )}
      {reason === "unsigned" || !may("create", "costSheet") ? null : (
        <Button
          leftSection={<IconCalculator size={15} />}
          loading={requestCosting.isRunning}
          onClick={() => void start()}
        >
          {t("startCosting")}
        </Button>
      )}
      <OverrideOffer quoteId={quoteId} />
      {requestCosting.problems.map((it) => (
        <p key={it.code} role="alert">
          {it.message}
        </p>
      ))}
    </div>
  );
}
