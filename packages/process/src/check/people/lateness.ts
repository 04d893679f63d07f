import type { Span } from "../../definition/time.ts";
import type { Check } from "../checkDefinition.ts";
import { warning } from "../finding.ts";

const SECONDS = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 } as const;

/** Whether one span is surely longer than another: they count the same clock. */
const isLonger = (span: Span, other: Span): boolean =>
  span.calendar === other.calendar && span.amount * SECONDS[span.unit] > other.amount * SECONDS[other.unit];

/** Work that is due later than its stage is left by time: it is taken away before anybody is late. */
export const dueAfterItsStage: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "task" && step.kind !== "approval") return [];
    const { sla } = step;
    const limits = graph.moves.flatMap(({ stage, move }) =>
      stage.id === step.stage && move.trigger.by === "timer" && graph.stageOf(move.to) !== stage.id
        ? [move.trigger.after]
        : [],
    );
    return sla && limits.some((limit) => isLonger(sla.due, limit))
      ? [
          warning(
            "DUE_AFTER_ITS_STAGE",
            { node: step.id, path: "sla.due" },
            {
              en: `“${step.name.en}” is due after its stage has been left by time.`,
              zh: `“${step.name.zh}”的时限超过所在阶段的时限。`,
              fix: { en: "Make it due earlier, or the stage longer.", zh: "请缩短时限，或延长阶段时间。" },
            },
          ),
        ]
      : [];
  });
