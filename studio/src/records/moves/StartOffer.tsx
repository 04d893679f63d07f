import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCalculator, IconGavel } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ShownProblem } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";
import css from "./moves.module.css";

interface StartOfferProps {
  readonly problem: ShownProblem;
  readonly recordType: string;
  readonly recordId: string;
}

/** Offers what would clear a problem: the cost sheet that is not signed yet, the costing of a quote, or asking somebody else to override the rule. */
export function StartOffer({ problem, recordType, recordId }: StartOfferProps) {
  const { t } = useTranslation("records");
  const navigate = useNavigate();
  const requestCosting = useCommand("quotes.requestCosting");
  const override = useCommand("cases.start");
  const { sheetId, reason } = problem.values;
  if (problem.start !== "costSignOff" || recordType !== "quote") return null;
  const openSheet = (id: string) => navigate({ to: "/$collection/$id", params: { collection: "cost-sheets", id } });

  const start = async (): Promise<void> => {
    const made = await requestCosting.run({ id: recordId });
    if (made === null) return;
    notifications.show({ message: t("costingStarted") });
  };

  const askForOverride = async (): Promise<void> => {
    const asked = await override.run({ process: "costOverride", recordType, recordId });
    if (asked === null) return;
    notifications.show({ message: t("overrideAsked") });
  };

  return (
    <div className={css.offers}>
      {typeof sheetId === "string" ? (
        <Button variant="default" onClick={() => void openSheet(sheetId)}>
          {t("openCostSheet")}
        </Button>
      ) : null}
      {reason === "unsigned" ? null : (
        <Button
          leftSection={<IconCalculator size={15} />}
          loading={requestCosting.isRunning}
          onClick={() => void start()}
        >
          {t("startCosting")}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconGavel size={15} />}
        loading={override.isRunning}
        onClick={() => void askForOverride()}
      >
        {t("askForOverride")}
      </Button>
      {[...requestCosting.problems, ...override.problems].map((it) => (
        <p key={it.code} role="alert">
          {it.message}
        </p>
      ))}
    </div>
  );
}
