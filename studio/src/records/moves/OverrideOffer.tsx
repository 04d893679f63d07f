import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconGavel, IconHourglass } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { LinkButton } from "../../shell/LinkButton.tsx";

const OVERRIDE = "costOverride";

/** Lets somebody ask that the cost rule be overridden for a quote; once asked it says so and leads to the case. */
export function OverrideOffer({ quoteId }: { readonly quoteId: string }) {
  const { t } = useTranslation("records");
  const command = useCommand("cases.start");
  const offered = useQueryOf("cases.startable", { recordType: "quote", recordId: quoteId });
  const override = offered.data?.find((it) => it.process === OVERRIDE);
  if (override === undefined) return null;

  const ask = async (): Promise<void> => {
    const asked = await command.run({ process: OVERRIDE, recordType: "quote", recordId: quoteId });
    if (asked !== null) notifications.show({ message: t("overrideAsked") });
  };

  return override.running === null ? (
    <>
      <Button
        variant="default"
        leftSection={<IconGavel size={15} />}
        loading={command.isRunning}
        onClick={() => void ask()}
      >
        {t("askForOverride")}
      </Button>
      {command.problems.map((it) => (
        <p key={it.code} role="alert">
          {it.message}
        </p>
      ))}
    </>
  ) : (
    <LinkButton
      variant="default"
      leftSection={<IconHourglass size={15} />}
      to="/cases/$id"
      params={{ id: override.running }}
    >
      {t("overrideRuns")}
    </LinkButton>
  );
}
