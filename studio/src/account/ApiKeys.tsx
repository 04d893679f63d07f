import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import { NewApiKey } from "./NewApiKey.tsx";
import css from "./AccountPage.module.css";

/** The keys a person has, each with its way out. */
export function ApiKeys() {
  const { t } = useTranslation("account");
  const { instant } = useFormats();
  const keys = useQueryOf("apiKeys.list");
  const revoke = useCommand("apiKeys.revoke");
  const held = keys.data ?? [];
  return (
    <section className={css.section}>
      <h2>{t("keysTitle")}</h2>
      <div className={css.quiet}>{t("keysText")}</div>
      {keys.isPending ? <LoadingState rows={2} height={20} /> : null}
      {keys.error && keys.data === undefined ? (
        <FailureState compact error={keys.error} onRetry={() => void keys.refetch()} />
      ) : null}
      <ul className={css.rows}>
        {held.map((key) => (
          <li key={key.id} className={css.row}>
            <div>
              <b>{key.name}</b> <code>{key.start}…</code>
              <div className={css.quiet}>
                {[
                  t(`access_${key.access}`),
                  t("expires", { at: instant(key.expiresAt) }),
                  key.lastUsedAt === null ? t("neverUsed") : t("lastUsed", { at: instant(key.lastUsedAt) }),
                ].join(" · ")}
              </div>
            </div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t("revokeNamed", { name: key.name })}
              disabled={revoke.isRunning}
              onClick={() => void revoke.run({ id: key.id })}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      {keys.isSuccess && held.length === 0 ? <div className={css.quiet}>{t("keysNone")}</div> : null}
      <NewApiKey />
    </section>
  );
}
