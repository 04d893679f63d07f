import { useQueryOf } from "../api/useQueryOf.ts";
import { shortWorkingMinutes } from "../canvas/sayings/shortMinutes.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { useFormats } from "../text/useFormats.ts";
import type { LiveFilter } from "./liveView.ts";
import css from "./live.module.css";
import studio from "./studio.module.css";

/** How a step went in the last 30 days: entries by day as bars, how many entered and left, and how long it took them in working time. */
export function StepFlow({
  processKey,
  node,
  filter,
}: {
  readonly processKey: string;
  readonly node: string;
  readonly filter: LiveFilter;
}) {
  const sayings = useSayings();
  const { say } = sayings;
  const { date } = useFormats();
  const { data: flow } = useQueryOf("processes.flow", { key: processKey, node, filter });
  if (flow === undefined || (flow.entered === 0 && flow.left === 0)) return null;
  const most = Math.max(1, ...flow.days.map(({ entered }) => entered));
  const [first, last] = [flow.days[0], flow.days.at(-1)];
  const time = (minutes: number | null): string =>
    minutes === null ? "–" : shortWorkingMinutes(sayings, minutes, flow.minutesPerDay);
  return (
    <section>
      <h3>{say("live.last30")}</h3>
      <div className={css.bars} role="img" aria-label={say("live.bars", { count: flow.entered, most })}>
        {flow.days.map(({ on, entered }) => (
          <i
            key={on}
            title={`${date(on)}: ${entered}`}
            data-empty={entered === 0 || undefined}
            style={{ height: `${(entered / most) * 100}%` }}
          />
        ))}
      </div>
      {first === undefined || last === undefined ? null : (
        <div className={css.axis} aria-hidden="true">
          <span>{date(first.on)}</span>
          <span>{date(last.on)}</span>
        </div>
      )}
      <dl className={studio.facts}>
        <dt>{say("live.entered")}</dt>
        <dd>{flow.entered}</dd>
        <dt>{say("live.left")}</dt>
        <dd>{flow.left}</dd>
        <dt title={say("live.working")}>{say("live.median")}</dt>
        <dd>{time(flow.medianMinutes)}</dd>
        <dt title={say("live.working")}>{say("live.p90")}</dt>
        <dd>{time(flow.p90Minutes)}</dd>
      </dl>
      <p className={css.more}>{say("live.working")}</p>
    </section>
  );
}
