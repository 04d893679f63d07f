import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  confirmSecondFactor,
  endSecondFactor,
  hasSecondFactor,
  type NewSecondFactor,
  startSecondFactor,
} from "../signIn/secondFactor.ts";
import css from "./AccountPage.module.css";

/** Sets the second factor up in two steps (password, then a code of the app), or turns it off by the password. */
export function SecondFactor() {
  const { t } = useTranslation("account");
  const held = useQuery({ queryKey: ["secondFactor"], queryFn: hasSecondFactor });
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [started, setStarted] = useState<NewSecondFactor | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isOn = held.data === true;

  const byPassword = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = isOn ? await endSecondFactor(password) : await startSecondFactor(password);
    setRefused(answer === null);
    if (answer === null) return;
    setPassword("");
    setStarted(isOn ? null : (answer as NewSecondFactor));
    await held.refetch();
  };
  const byCode = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isRight = await confirmSecondFactor(code);
    setRefused(!isRight);
    setCode("");
    if (isRight) await held.refetch();
  };

  return (
    <section className={css.section}>
      <h2>{t("factorTitle")}</h2>
      <div className={css.quiet}>{t(isOn ? "factorOn" : "factorOff")}</div>
      {isRefused ? <p role="alert">{t("factorRefused")}</p> : null}
      {started === null || isOn ? (
        <form className={css.form} onSubmit={(event) => void byPassword(event)}>
          <PasswordInput
            w={240}
            label={t("factorPassword")}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t(isOn ? "factorGiveUp" : "factorSetUp")}
          </Button>
        </form>
      ) : (
        <form onSubmit={(event) => void byCode(event)}>
          <p>{t("factorSecret")}</p>
          <code className={css.secret}>{started.secret}</code>
          <div className={css.form}>
            <TextInput
              label={t("factorCode")}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit">{t("factorConfirm")}</Button>
          </div>
        </form>
      )}
      {started === null ? null : (
        <div>
          <p>{t("factorSpare")}</p>
          <code className={css.secret}>{started.spareCodes.join(" ")}</code>
        </div>
      )}
    </section>
  );
}
