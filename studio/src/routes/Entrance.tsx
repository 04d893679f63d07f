import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { resumeCommands } from "../api/resumeCommands.ts";
import type { SignedIn } from "../api/shapes.ts";
import { Shell } from "../shell/Shell.tsx";
import { useSessionState } from "../signIn/sessionState.ts";
import { SignInPage } from "../signIn/SignInPage.tsx";
import { useSession } from "../signIn/useSession.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";

/**
 * Lets people in: the pages for who is signed in, else the sign-in page at whatever address was asked for.
 *
 * A session that ends while someone works keeps the pages mounted; `SignInAgain` lies over them, so nothing typed is lost.
 */
export function Entrance() {
  const queries = useQueryClient();
  const session = useSession();
  const working = useWorkingSession(session.data);
  useResumedCommands(Boolean(session.data));

  if (working !== null) return <Shell session={working} />;
  if (session.isPending) return <LoadingState />;
  if (session.error)
    return (
      <main>
        <FailureState isPage error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  return <SignInPage onSignedIn={() => void queries.invalidateQueries()} />;
}

/** The session somebody works in: stays after it has ended, and starts the page anew when another person signs in over it. */
const useWorkingSession = (current: SignedIn | null | undefined): SignedIn | null => {
  const [kept, setKept] = useState<SignedIn | null>(null);
  const setEnded = useSessionState((state) => state.setEnded);
  const isSomebodyElse =
    current !== null && current !== undefined && kept !== null && current.person.id !== kept.person.id;
  if (current && current !== kept && !isSomebodyElse) setKept(current);
  useEffect(() => {
    if (isSomebodyElse) window.location.assign("/");
    else if (current === null && kept !== null) setEnded(true);
  }, [current, kept, isSomebodyElse, setEnded]);
  return current ?? kept;
};

/** Asks, once a session stands, after the commands that a reload or an ended session cut off. */
const useResumedCommands = (isSignedIn: boolean): void => {
  const { t } = useTranslation("states");
  const queries = useQueryClient();
  const hasEnded = useSessionState((state) => state.hasEnded);
  useEffect(() => {
    if (!isSignedIn || hasEnded) return;
    void resumeCommands(queries).then((answered) => {
      if (answered > 0) notifications.show({ title: t("resumedTitle"), message: t("resumedText") });
    });
  }, [isSignedIn, hasEnded, queries, t]);
};
