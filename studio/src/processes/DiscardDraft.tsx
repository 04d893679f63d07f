import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Gives the draft up for what is published, after asking once. */
export function DiscardDraft({ version, onDiscard }: { readonly version: number; readonly onDiscard: () => void }) {
  const { t } = useTranslation("processes");
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" mt={16} style={{ alignSelf: "flex-start" }} onClick={() => setAsking(true)}>
        {t("versions.discard")}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t("versions.discard")}
        closeButtonProps={{ "aria-label": t("versions.keep") }}
      >
        <p>{t("versions.discardConfirm", { version })}</p>
        <Group justify="flex-end" mt={20} gap={8}>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("versions.keep")}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false);
              onDiscard();
            }}
          >
            {t("versions.discard")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
