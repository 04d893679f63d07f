import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../api/useQueryOf.ts";
import { startSingleSignOn } from "./authenticate.ts";
import css from "./signIn.module.css";

/** The way in through the firm's own sign-on; nothing where none is set up. */
export function SingleSignOn() {
  const { t } = useTranslation("signIn");
  const ways = useQueryOf("session.signInWays");
  const [state, setState] = useState<"idle" | "going" | "failed">("idle");
  const oidc = ways.data?.oidc ?? null;
  if (oidc === null) return null;
  const go = async (): Promise<void> => {
    setState("going");
    if (!(await startSingleSignOn())) setState("failed");
  };
  return (
    <div className={css.other}>
      <Button variant="default" fullWidth size="sm" loading={state === "going"} onClick={() => void go()}>
        {t("with", { name: oidc.name })}
      </Button>
      {state === "failed" ? <p role="alert">{t("unreachable")}</p> : null}
    </div>
  );
}
