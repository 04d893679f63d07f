import { Button, Group, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../shell/LinkButton.tsx";

interface MigrationOfferProps {
  readonly processKey: string;
  /** The version that has just been published. */
  readonly version: number;
  /** How many cases run on earlier ones. */
  readonly count: number;
  readonly onClose: () => void;
}

/** What can be done, once a version is published, with the cases that still run on earlier ones. */
export function MigrationOffer({ processKey, version, count, onClose }: MigrationOfferProps) {
  const { t } = useTranslation("migration");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("offer.title", { version })}
      closeButtonProps={{ "aria-label": t("offer.later") }}
    >
      <p>{t("offer.text", { count })}</p>
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("offer.later")}
        </Button>
        <LinkButton to="/studio/processes/$key/migrate" params={{ key: processKey }} search={{ to: version }}>
          {t("offer.open")}
        </LinkButton>
      </Group>
    </Modal>
  );
}
