import type { Span } from "@sluice/process";
import { Fragment, useMemo } from "react";
import { useQueryOf } from "../../../api/useQueryOf.ts";
import { weekdayText } from "../../../text/formats.ts";
import { useNow } from "../../../text/useNow.ts";
import { zoneOffset } from "../../../text/zoneOffset.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { dueExamples } from "./dueExamples.ts";
import css from "./due.module.css";

const MINUTE_MS = 60_000;
const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Below a span: when it would be over if it began now, late before days off or before the next holiday. */
export function DueExamples({ span }: { readonly span: Span }) {
  const { say, language } = useSayings();
  const departmentId = useCanvas((state) => state.definition.departmentId) ?? null;
  const calendar = useQueryOf("catalog.workingCalendar", { departmentId }, { staleMs: 5 * MINUTE_MS }).data;
  const nowMs = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const { amount, unit, calendar: counted } = span;
  const examples = useMemo(
    () => (calendar ? dueExamples({ amount, unit, calendar: counted }, calendar, nowMs, zoneOffset) : []),
    [amount, unit, counted, calendar, nowMs],
  );
  if (!calendar || examples.length === 0) return null;
  const isElsewhere = zoneOffset(calendar.zone, nowMs) !== zoneOffset(readersZone(), nowMs);
  const notes = [
    isElsewhere && say("due.zone", { zone: calendar.zone }),
    counted === "working" && calendar.hasOthers && say("due.others"),
  ].filter((note) => note !== false);
  const [now, ...others] = examples.map(({ begun, from, due }) => (
    <Fragment key={begun}>
      {begun === "now" ? say("due.now") : say(`due.${begun}`, { from: weekdayText(from, language) })}{" "}
      <b>{weekdayText(due, language)}</b>
    </Fragment>
  ));
  return (
    <details className={css.examples}>
      <summary>{now}</summary>
      {others.map((other) => (
        <p key={other.key}>{other}</p>
      ))}
      {notes.length > 0 && <p>{notes.join(" ")}</p>}
    </details>
  );
}
