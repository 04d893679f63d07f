import { useState } from "react";
import { textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import type { LiveCount } from "../canvas/store/live.ts";
import type { LiveView } from "./liveView.ts";
import { WaitingHere } from "./WaitingHere.tsx";
import css from "./live.module.css";

interface ElsewhereStepsProps {
  readonly processKey: string;
  readonly counts: readonly LiveCount[];
  readonly view: Pick<LiveView, "filter" | "at">;
}

/** Cases at steps that the version in force does not have, by the names that these had; each leads to who waits there. */
export function ElsewhereSteps({ processKey, counts, view }: ElsewhereStepsProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const [chosen, choose] = useState<string | null>(null);
  if (counts.length === 0) return null;
  return (
    <section>
      <h3>{say("live.elsewhere")}</h3>
      <ul className={css.waiting}>
        {counts.map(({ node, gone, open, late }) => (
          <li key={node} data-elsewhere={node}>
            <button type="button" aria-expanded={chosen === node} onClick={() => choose(chosen === node ? null : node)}>
              <span className={css.words}>
                <b>{gone === null ? node : textIn(sayings, gone.name)}</b>
                {gone !== null && <small>{say("live.goneSince", { version: gone.version })}</small>}
              </span>
              {late > 0 && <em data-late>{say("live.late", { count: late })}</em>}
              <em>{open}</em>
            </button>
            {chosen === node && <WaitingHere processKey={processKey} node={node} open={open} view={view} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
