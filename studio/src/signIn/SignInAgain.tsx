import { Anchor, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSessionState } from "./sessionState.ts";
import { SignInForm } from "./SignInForm.tsx";

/** Over the open page when the session has ended: signing in again goes on where the person was, with everything typed. */
export function SignInAgain({ email }: { readonly email: string }) {
  const { t } = useTranslation("signIn");
  const queries = useQueryClient();
  const { hasEnded, setEnded } = useSessionState();
  return (
    <Modal
      opened={hasEnded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t("endedTitle")}
    >
      <Text mb="sm">{t("endedText")}</Text>
      <SignInForm
        email={email}
        onSignedIn={() => {
          setEnded(false);
          void queries.invalidateQueries();
        }}
      />
      <Text mt="sm" ta="center">
        <Anchor href="/" fz={12}>
          {t("otherPerson")}
        </Anchor>
      </Text>
    </Modal>
  );
}
