import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQueryOf } from "../api/useQueryOf.ts";
import { shortMinutes } from "../canvas/sayings/shortMinutes.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { liveInput, type LiveView } from "./liveView.ts";
import css from "./live.module.css";

/** As many as are told at first, and at most: a filter narrows what is more. */
const FIRST = 20;
const MOST = 200;

const minutesSince = (since: string, at: string | null): number =>
  Math.max(0, ((at === null ? Date.now() : new Date(at).getTime()) - new Date(since).getTime()) / 60_000);

/** Who waits at a step or in a stage, the longest first; each opens its case. */
export function WaitingHere({
  processKey,
  node,
  open,
  view,
}: {
  readonly processKey: string;
  readonly node: string;
  readonly open: number;
  readonly view: Pick<LiveView, "filter" | "at">;
}) {
  const sayings = useSayings();
  const [limit, setLimit] = useState(FIRST);
  const waiting = useQueryOf(
    "processes.waiting",
    { ...liveInput(processKey, view), node, limit },
    { keepPrevious: true },
  );
  const rows = waiting.data ?? [];
  return (
    <section>
      <h3>
        {sayings.say("live.waitingHere")} <span className={css.count}>{open}</span>
      </h3>
      {waiting.isPending ? <LoadingState rows={3} height={28} /> : null}
      {waiting.error && waiting.data === undefined ? (
        <FailureState compact error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : null}
      <ul className={css.waiting}>
        {rows.map(({ caseId, record, initiator, since, late }) => (
          <li key={caseId}>
            <Link to="/cases/$id" params={{ id: caseId }}>
              <span className={css.words}>
                <b>{record.title}</b>
                <small>{[record.number, initiator].filter((part) => part !== null).join(" · ")}</small>
              </span>
              <em data-late={late}>{shortMinutes(sayings, minutesSince(since, view.at))}</em>
            </Link>
          </li>
        ))}
      </ul>
      {rows.length < open && rows.length > 0 && (
        <p className={css.more}>{sayings.say("live.andMore", { count: open - rows.length })}</p>
      )}
      {rows.length >= limit && limit < MOST && open > limit && (
        <Button variant="subtle" size="compact-sm" loading={waiting.isFetching} onClick={() => setLimit(MOST)}>
          {sayings.say("live.showMore")}
        </Button>
      )}
    </section>
  );
}
