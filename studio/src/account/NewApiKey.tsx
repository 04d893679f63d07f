import { Button, CopyButton, NativeSelect, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/useCommand.ts";
import css from "./AccountPage.module.css";

const reaches = ["read", "write", "admin"] as const;
const spans = ["7", "30", "90", "365"];

/** Makes a key and shows its text, this once. */
export function NewApiKey() {
  const { t } = useTranslation("account");
  const create = useCommand("apiKeys.create");
  const [name, setName] = useState("");
  const [access, setAccess] = useState<(typeof reaches)[number]>("read");
  const [days, setDays] = useState("90");
  const [made, setMade] = useState<string | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await create.run({ name, access, days: Number(days) });
    if (answer === null) return;
    setMade(answer.key);
    setName("");
  };

  return (
    <>
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t("keyName")}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("keyAccess")}
          data={reaches.map((value) => ({ value, label: t(`access_${value}`) }))}
          value={access}
          onChange={(event) => setAccess(reaches.find((it) => it === event.currentTarget.value) ?? "read")}
        />
        <NativeSelect
          label={t("keyDays")}
          data={spans}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Button type="submit" loading={create.isRunning}>
          {t("makeKey")}
        </Button>
      </form>
      {create.problems.map((it) => (
        <p key={it.message} role="alert">
          {it.message}
        </p>
      ))}
      {made === null ? null : (
        <div role="status">
          <p>{t("keyMade")}</p>
          <code className={css.secret}>{made}</code>{" "}
          <CopyButton value={made}>
            {({ copied, copy }) => (
              <Button variant="default" size="compact-sm" onClick={copy}>
                {copied ? t("copied") : t("copy")}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </>
  );
}
