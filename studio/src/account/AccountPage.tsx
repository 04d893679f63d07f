import { useTranslation } from "react-i18next";
import { Page } from "../shell/Page.tsx";
import { ApiKeys } from "./ApiKeys.tsx";
import { SecondFactor } from "./SecondFactor.tsx";

/** What a person keeps of their own: the keys of their programs, and the second factor of their sign-in. */
export function AccountPage() {
  const { t } = useTranslation("account");
  return (
    <Page title={t("title")}>
      <ApiKeys />
      <SecondFactor />
    </Page>
  );
}
