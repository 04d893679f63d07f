import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { signIn, type SignInResult } from "./authenticate.ts";
import { CodeForm } from "./CodeForm.tsx";
import css from "./signIn.module.css";

/** E-mail and password. A refusal keeps what was typed and says what to do. */
export function SignInForm({
  email: givenEmail = "",
  onSignedIn,
}: {
  readonly email?: string;
  readonly onSignedIn: () => void;
}) {
  const { t } = useTranslation("signIn");
  const [email, setEmail] = useState(givenEmail);
  const [password, setPassword] = useState("");
  const [result, setResult] = useState<SignInResult | "running" | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setResult("running");
    const answer = await signIn(email.trim(), password);
    setResult(answer);
    if (answer === "signedIn") onSignedIn();
  };

  const refusal = result === "wrong" || result === "tooMany" || result === "unreachable" ? t(result) : null;
  if (result === "secondFactor") return <CodeForm onSignedIn={onSignedIn} />;
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t("email")}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("password")}
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        {...(givenEmail === "" ? {} : { "data-autofocus": true })}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={refusal}
      />
      <Button type="submit" fullWidth size="sm" loading={result === "running"}>
        {t("submit")}
      </Button>
    </form>
  );
}
