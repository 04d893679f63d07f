import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { Mark } from "../shell/Mark.tsx";
import { ThemeSwitch } from "../shell/ThemeSwitch.tsx";
import { DemoPeople } from "./DemoPeople.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { SingleSignOn } from "./SingleSignOn.tsx";
import css from "./signIn.module.css";

/** The way in. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation(["signIn", "shell"]);
  return (
    <main className={css.page}>
      <div className={css.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className={css.card}>
        <section className={css.panel}>
          <div className={css.brand}>
            <Mark />
            <h1>{t("shell:product")}</h1>
          </div>
          <p className={css.lead}>{t("lead")}</p>
          <SignInForm onSignedIn={onSignedIn} />
          <SingleSignOn />
        </section>
        <DemoPeople onSignedIn={onSignedIn} />
      </div>
    </main>
  );
}
