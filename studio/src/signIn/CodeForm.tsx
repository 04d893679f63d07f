import { Button, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { confirmSecondFactor } from "./secondFactor.ts";
import css from "./signIn.module.css";

/** Asks for the code of the authenticator app, or a spare one. */
export function CodeForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation("signIn");
  const [code, setCode] = useState("");
  const [isWrong, setWrong] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isRight = await confirmSecondFactor(code);
    setWrong(!isRight);
    if (isRight) onSignedIn();
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t("code")}
        description={t("codeText")}
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isWrong ? t("codeWrong") : null}
      />
      <Button type="submit" fullWidth size="sm">
        {t("submit")}
      </Button>
    </form>
  );
}
