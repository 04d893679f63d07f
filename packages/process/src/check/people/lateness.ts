import type { Span } from "../../definition/time.ts";
import type { Check } from "../check.ts";
import { warning } from "../finding.ts";

const SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 } as const;

/** Whether one span is surely longer than another: they count the same clock. */
const isLonger = (span: Span, other: Span): boolean =>
  span.calendar === other.calendar && span.amount * SECONDS[span.unit] > other.amount * SECONDS[other.unit];

/** Work that is due later than its stage is left by time, or may last: it is taken away, or the stage late, before anybody is. */
export const dueAfterItsStage: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "task" && step.kind !== "approval") return [];
    const { sla } = step;
    const limits = graph.moves.flatMap(({ stage, move }) =>
      stage.id === step.stage && move.trigger.by === "timer" && graph.stageOf(move.to) !== stage.id
        ? [move.trigger.after]
        : [],
    );
    const ageLimit = graph.stages.find((stage) => stage.id === step.stage)?.ageLimit;
    const isLeft = sla !== undefined && limits.some((limit) => isLonger(sla.due, limit));
    const isLate = sla !== undefined && ageLimit !== undefined && isLonger(sla.due, ageLimit.after);
    const passed = [...limits, ...(ageLimit ? [ageLimit.after] : [])].filter(
      (limit) => sla !== undefined && isLonger(sla.due, limit),
    );
    const soonest = passed.reduce<Span | undefined>(
      (least, limit) => (least === undefined || isLonger(least, limit) ? limit : least),
      undefined,
    );
    return isLeft || isLate
      ? [
          warning(
            "DUE_AFTER_ITS_STAGE",
            { node: step.id, path: "sla.due" },
            {
              en: isLeft
                ? `“${step.name.en}” is due after its stage has been left by time.`
                : `“${step.name.en}” is due after its stage has lasted too long.`,
              zh: `“${step.name.zh}”的时限超过所在阶段的时限。`,
              fix: { en: "Make it due earlier, or the stage longer.", zh: "请缩短时限，或延长阶段时间。" },
              detail: soonest === undefined ? {} : { span: soonest },
            },
          ),
        ]
      : [];
  });

/** Age limits that never pass, because the case ends in the stage at once, and warnings that come no earlier than the limit. */
export const ageLimits: Check = (graph) =>
  graph.stages.flatMap(({ id, name, ageLimit, final, entry }) => {
    if (!ageLimit) return [];
    const { after, warnAfter } = ageLimit;
    const isVain = warnAfter !== undefined && warnAfter.calendar === after.calendar && !isLonger(after, warnAfter);
    return [
      ...(final && entry === undefined
        ? [
            warning(
              "AGE_LIMIT_NEVER",
              { node: id, path: "ageLimit" },
              {
                en: `Nothing lasts in “${name.en}”: the case ends there at once.`,
                zh: `流程进入“${name.zh}”即结束，停留时限不会生效。`,
              },
            ),
          ]
        : []),
      ...(isVain
        ? [
            warning(
              "AGE_WARNING_TOO_LATE",
              { node: id, path: "ageLimit.warnAfter" },
              {
                en: `“${name.en}” warns no earlier than its time is up.`,
                zh: `“${name.zh}”的预警不早于停留时限。`,
                fix: { en: "Warn earlier.", zh: "请提前预警。" },
              },
            ),
          ]
        : []),
    ];
  });
