import type { Check } from "../check.ts";
import { warning } from "../finding.ts";
import { AmountBounds } from "./amountBound.ts";

/** Approvals that time alone gives: of any amount, or of what the ways to them let through. */
export const approvedByTime: Check = (graph, { schemas }) => {
  const bounds = new AmountBounds(graph, schemas);
  return graph.steps.flatMap((step) => {
    if (step.kind !== "approval") return [];
    const index = (step.sla?.ladder ?? []).findIndex((rung) => rung.action.do === "approve");
    if (index === -1) return [];
    const place = { node: step.id, path: `sla.ladder.${index}` };
    const limits = bounds.of(step.id);
    if (limits !== null)
      return [
        warning("APPROVED_BY_TIME", place, {
          en: `“${step.name.en}” is approved by time alone, where ${limits.join(" or ")}.`,
          zh: `“${step.name.zh}”在满足 ${limits.join(" 或 ")} 时超时将自动通过。`,
        }),
      ];
    return [
      warning("APPROVED_BY_TIME_UNBOUNDED", place, {
        en: `“${step.name.en}” is approved by time alone, whatever the amount.`,
        zh: `“${step.name.zh}”无论金额大小，超时都将自动通过。`,
        fix: {
          en: "Let only amounts up to a limit come here, by a guard or a branch; escalate the others.",
          zh: "请用校验或分支限定金额上限，超出部分改为升级处理。",
        },
      }),
    ];
  });
};
