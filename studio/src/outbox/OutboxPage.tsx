import { Button } from "@mantine/core";
import { IconMailForward, IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePagesOf } from "../api/usePagesOf.ts";
import { Page } from "../shell/Page.tsx";
import { EmptyState } from "../states/EmptyState.tsx";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { useFormats } from "../text/useFormats.ts";
import css from "./OutboxPage.module.css";

/** Mail that an install without a mail server kept, as text. Admins only; others are told so. */
export function OutboxPage() {
  const { t } = useTranslation("outbox");
  const { instant } = useFormats();
  const mails = usePagesOf("mailOutbox.list", { limit: 50 });
  return (
    <Page title={t("title")} beside={<span className={css.quiet}>{t("lead")}</span>}>
      {mails.isPending ? (
        <LoadingState rows={4} height={72} />
      ) : mails.error && mails.items.length === 0 ? (
        <FailureState error={mails.error} onRetry={() => void mails.refetch()} />
      ) : mails.items.length === 0 ? (
        <EmptyState icon={IconMailForward} title={t("emptyTitle")} text={t("emptyText")} />
      ) : (
        <ul className={css.mails}>
          {mails.items.map((mail) => (
            <li key={mail.id} className={css.mail}>
              <div className={css.top}>
                <b>{mail.subject}</b>
                <time className={`${css.quiet} num`} dateTime={mail.at}>
                  {instant(mail.at)}
                </time>
              </div>
              <div className={css.quiet}>{t("to", { to: mail.to })}</div>
              <div className={css.text}>{mail.text}</div>
              {mail.attachments.length === 0 ? null : (
                <div className={css.files}>
                  {mail.attachments.map((file) => (
                    <Button
                      key={file.id}
                      variant="default"
                      size="compact-xs"
                      leftSection={<IconPaperclip size={13} />}
                      component="a"
                      href={`/files/${file.id}`}
                    >
                      {file.name}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          ))}
          {mails.hasNextPage ? (
            <li>
              <Button variant="default" onClick={() => void mails.fetchNextPage()}>
                {t("more")}
              </Button>
            </li>
          ) : null}
        </ul>
      )}
    </Page>
  );
}
