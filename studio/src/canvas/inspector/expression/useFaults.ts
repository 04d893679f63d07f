import { type ExpressionFault, expressionFaults, type ExpressionScope } from "@sluice/process";
import { useDeferredValue, useMemo } from "react";

const none: readonly ExpressionFault[] = [];

/** What is wrong with the text as it stands; while somebody types, a moment later than the keys. */
export const useFaults = (text: string, scope: ExpressionScope): readonly ExpressionFault[] => {
  const judged = useDeferredValue(text);
  const faults = useMemo(() => expressionFaults(judged, scope), [judged, scope]);
  return judged === text ? faults : none;
};
