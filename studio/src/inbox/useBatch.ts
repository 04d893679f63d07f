import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemsOf } from "../api/problemsOf.ts";
import { sendCommand } from "../api/sendCommand.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { taskActOf, type BatchAct } from "./batchActs.ts";

export interface Batch {
  /** Does the act with each of these, one after the other. Answers how many were accepted. */
  readonly run: (act: BatchAct, taskIds: readonly string[], comment: string) => Promise<number>;
  /** How many are through; null while nothing runs. */
  readonly done: number | null;
  /** Why some were refused, by task: they stay chosen. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly clear: () => void;
}

/** Acts on several tasks. Each is a command of its own: a refusal of one says why and stops none of the others. */
export const useBatch = (): Batch => {
  const queries = useQueryClient();
  const { language } = useLanguage();
  const [done, setDone] = useState<number | null>(null);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());

  const run: Batch["run"] = async (act, taskIds, comment) => {
    const refused = new Map<string, string>();
    for (const [index, taskId] of taskIds.entries()) {
      setDone(index);
      try {
        await sendCommand("tasks.act", {
          taskId,
          act: taskActOf(act) as Parameters<typeof sendCommand<"tasks.act">>[1]["act"],
          ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
        });
      } catch (error) {
        refused.set(taskId, problemsOf(error, language)[0]?.message ?? "");
      }
    }
    setDone(null);
    setRefusals(refused);
    await queries.invalidateQueries({ predicate: (query) => !String(query.queryKey[0]).startsWith("catalog.") });
    return taskIds.length - refused.size;
  };
  return { run, done, refusals, clear: () => setRefusals(new Map()) };
};
