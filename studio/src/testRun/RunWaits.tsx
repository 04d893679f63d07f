import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { drawnName } from "./momentWords.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

/** What the case waits for from outside, to be let happen: messages and sub-processes. */
export function RunWaits({ open: { now, words, definition, happen } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const [outcome, setOutcome] = useState("done");
  const { waits } = now.state;
  const messages = [...new Set(waits.flatMap((wait) => (wait.kind === "message" ? [wait.message] : [])))];
  const children = [...new Set(waits.flatMap((wait) => (wait.kind === "child" ? [wait.node] : [])))];
  return (
    <>
      {messages.length > 0 && (
        <section className={css.part}>
          <h3>{t("now.messages")}</h3>
          <div className={css.acts}>
            {messages.map((message) => (
              <Button
                key={message}
                size="compact-sm"
                variant="default"
                onClick={() => happen({ do: "message", message })}
              >
                {t("now.arrives", { message })}
              </Button>
            ))}
          </div>
        </section>
      )}
      {children.length > 0 && (
        <section className={css.part}>
          <h3>{t("now.children")}</h3>
          <TextInput
            label={t("now.outcome")}
            maxLength={60}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
          <div className={css.acts}>
            {children.map((at) => (
              <Button
                key={at}
                size="compact-sm"
                variant="default"
                onClick={() => happen({ do: "child", at, outcome: outcome.trim() === "" ? null : outcome.trim() })}
              >
                {t("now.childEnds", { at: drawnName(words, definition, at) })}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
