import type { ExpressionFault } from "@sluice/process";
import { useDeferredValue, useMemo } from "react";

const none: readonly ExpressionFault[] = [];

/** What is wrong with the text as it stands; while somebody types, a moment later than the keys. */
export const useFaults = (
  text: string,
  judge: (text: string) => readonly ExpressionFault[],
): readonly ExpressionFault[] => {
  const judged = useDeferredValue(text);
  const faults = useMemo(() => judge(judged), [judged, judge]);
  return judged === text ? faults : none;
};
