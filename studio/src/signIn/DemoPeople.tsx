import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { PersonMark } from "../shell/PersonMark.tsx";
import { signIn, type SignInResult } from "./authenticate.ts";
import css from "./signIn.module.css";

/** The people of the demo firm, one click each. Only there when the server gives them (embedded, on this machine). */
export function DemoPeople({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation("signIn");
  const demo = useQueryOf("session.demoPeople");
  const [going, setGoing] = useState<string | null>(null);
  const [failed, setFailed] = useState<Exclude<SignInResult, "signedIn"> | null>(null);
  if (!demo.data) return null;
  const { people, password } = demo.data;

  const enterAs = async (email: string): Promise<void> => {
    setGoing(email);
    const answer = await signIn(email, password);
    setGoing(null);
    if (answer === "signedIn") onSignedIn();
    else setFailed(answer);
  };

  return (
    <section className={`${css.panel} ${css.demo}`}>
      <h2>{t("demoTitle")}</h2>
      <p>
        {t("demoText")} <span className={css.secret}>{password}</span>
      </p>
      {failed === null ? null : <p role="alert">{t(failed)}</p>}
      <ul className={css.people}>
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              className={css.person}
              disabled={going !== null}
              onClick={() => void enterAs(person.email)}
            >
              <PersonMark name={person.name} />
              <span className={css.name}>{person.name}</span>
              <span className={css.role}>{person.roleLabel}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
