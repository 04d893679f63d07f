import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChildEnds } from "./ChildEnds.tsx";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

/** What the case waits for from outside, to be let happen: messages and sub-processes. */
export function RunWaits({ open }: { readonly open: OpenRun }) {
  const { now, happen } = open;
  const { t } = useTranslation("testRun");
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
          {children.map((at) => (
            <ChildEnds key={at} at={at} open={open} />
          ))}
        </section>
      )}
    </>
  );
}
