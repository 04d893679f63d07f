import type { TFunction } from "i18next";
import type { WhatIf } from "./useWhatIf.ts";
import css from "./whatIf.module.css";

type Load = NonNullable<WhatIf["summary"]>["load"];

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** How many verdicts each person gave in a week, and would give: on average, in the busiest week, and week by week. */
export function WhatIfLoad({ load, t }: { readonly load: Load; readonly t: TFunction<"whatIf"> }) {
  const first = Math.min(...load.flatMap(({ weeks }) => weeks.map(({ on }) => Date.parse(on))));
  const last = Math.max(...load.flatMap(({ weeks }) => weeks.map(({ on }) => Date.parse(on))));
  const count = Math.round((last - first) / 604_800_000) + 1;
  const most = Math.max(1, ...load.flatMap(({ weeks }) => weeks.flatMap(({ was, now }) => [was, now])));
  const all = Array.from({ length: count }, (_none, index) =>
    new Date(first + index * 604_800_000).toISOString().slice(0, 10),
  );
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t("person")}</th>
          <th scope="col">{t("average")}</th>
          <th scope="col">{t("busiest")}</th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {load.map(({ person, weeks }) => {
          const sum = (side: "was" | "now"): number => weeks.reduce((total, week) => total + week[side], 0);
          const top = (side: "was" | "now"): number => Math.max(...weeks.map((week) => week[side]));
          const pair = (was: string, now: string): string => (was === now ? now : `${was} → ${now}`);
          return (
            <tr key={person.id} data-changed={sum("was") !== sum("now") || undefined}>
              <th scope="row">{person.name}</th>
              <td>{pair(rounded(sum("was") / count), rounded(sum("now") / count))}</td>
              <td>{pair(String(top("was")), String(top("now")))}</td>
              <td aria-hidden="true" className={css.spark}>
                {all.map((on) => {
                  const week = weeks.find((each) => each.on === on);
                  return (
                    <span key={on}>
                      <i style={{ height: `${(100 * (week?.was ?? 0)) / most}%` }} />
                      <i data-now style={{ height: `${(100 * (week?.now ?? 0)) / most}%` }} />
                    </span>
                  );
                })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
