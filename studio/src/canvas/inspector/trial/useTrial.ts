import { type TriedCondition, tryCondition } from "@sluice/process";
import { useMemo } from "react";
import { useTriedOn } from "./useTriedOn.ts";

/** A condition worked out on the record that was chosen for it. */
export interface Trial {
  readonly title: string;
  readonly tried: TriedCondition;
  /** What another condition says of the same record: one row of it. */
  readonly of: (text: string) => TriedCondition;
}

/** Works a condition out on the chosen record; null until one is chosen and read. */
export const useTrial = (text: string): { readonly trial: Trial | null; readonly isFailed: boolean } => {
  const { on, title, isFailed } = useTriedOn(text);
  const trial = useMemo(
    (): Trial | null => on && { title, tried: tryCondition(text, on), of: (other) => tryCondition(other, on) },
    [on, title, text],
  );
  return { trial, isFailed };
};
