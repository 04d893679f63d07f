import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useConnection } from "./connection.ts";
import { followNews, type News } from "./followNews.ts";
import { staleAfter } from "./staleAfter.ts";

const gatherForMs = 120;

/** Keeps everything on the screen up to date while somebody is signed in. Draws nothing. */
export function LiveNews() {
  const queries = useQueryClient();
  const setConnected = useConnection((state) => state.setConnected);

  useEffect(() => {
    let gathered: News[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (): void => {
      const batch = gathered;
      gathered = [];
      timer = undefined;
      void queries.invalidateQueries({ predicate: (query) => batch.some((news) => staleAfter(news, query.queryKey)) });
    };
    let wasConnected: boolean | null = null;
    const stop = followNews(
      (news) => {
        gathered.push(news);
        timer ??= setTimeout(refresh, gatherForMs);
      },
      (connected) => {
        // Whatever was missed while the line was down is asked for again.
        if (connected && wasConnected === false) void queries.invalidateQueries();
        wasConnected = connected;
        setConnected(connected);
      },
    );
    return () => {
      if (timer !== undefined) clearTimeout(timer);
      stop();
    };
  }, [queries, setConnected]);

  return null;
}
