import type { ProcessDefinition } from "@sluice/process";
import { useQueryOf } from "../api/useQueryOf.ts";

/** One question for all kinds of record, which a case that goes on does not make out of date: only publishing does. */
const LIVES = { filter: { kind: "lifeCycle" as const }, limit: 100 };

/** The life cycle that is in force for a kind of record; undefined where it has none, or until it is known. */
export const useLifeCycle = (recordType: string): ProcessDefinition | undefined => {
  const processes = useQueryOf("processes.page", LIVES, { staleMs: Number.POSITIVE_INFINITY }).data;
  const lives = processes?.items.find((process) => process.recordType === recordType);
  const inForce = { key: lives?.key ?? "", version: lives?.publishedVersion ?? 0 };
  const settings = { enabled: inForce.version > 0, staleMs: Number.POSITIVE_INFINITY };
  return useQueryOf("processes.version", inForce, settings).data?.definition;
};
