import type { ProcessDefinition } from "@sluice/process";
import { useQueryOf } from "../api/useQueryOf.ts";

/** The life cycle that is in force for a kind of record; undefined where it has none, or until it is known. */
export const useLifeCycle = (recordType: string): ProcessDefinition | undefined => {
  const processes = useQueryOf("processes.list").data;
  const lives = processes?.find((process) => process.recordType === recordType && process.kind === "lifeCycle");
  const inForce = { key: lives?.key ?? "", version: lives?.publishedVersion ?? 0 };
  const settings = { enabled: inForce.version > 0, staleMs: Number.POSITIVE_INFINITY };
  return useQueryOf("processes.version", inForce, settings).data?.definition;
};
