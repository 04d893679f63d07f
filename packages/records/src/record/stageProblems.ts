import type { Problem } from "@sluice/problems";
import type { FactContext } from "../registry/recordContext.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";

/**
 * What the firm's control points say to somebody who writes a stage by hand. The stage is the process's to move whatever they
 * say; but whoever tries is told the same reasons at every door.
 */
export const stageProblems = async (
  type: RecordType,
  { record, paths }: { readonly record: StoredRecord; readonly paths: readonly string[] },
  ctx: FactContext,
): Promise<readonly Problem[]> => {
  if (!paths.includes("stage")) return [];
  const problems: Problem[] = [];
  for (const key of new Set(Object.values(type.controlPoints ?? {}).flat()))
    problems.push(...((await type.rules?.[key]?.(record, ctx)) ?? []));
  return problems;
};
