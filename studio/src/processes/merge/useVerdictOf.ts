import { countErrors, type ProcessDefinition } from "@sluice/process";
import { useEffect, useState } from "react";
import type { StudioPorts } from "../studioPorts.ts";

/** What stands against a definition: counted once it was checked and proved, null where it could not be. */
export type MergeVerdict =
  | { readonly status: "checking" | "failed" }
  | { readonly status: "done"; readonly errors: number; readonly warnings: number };

const PAUSE_MS = 300;

/** Checks and proves a definition each time it becomes another; the newest answer only. */
export const useVerdictOf = (definition: ProcessDefinition, ports: StudioPorts): MergeVerdict => {
  const [judged, setJudged] = useState<{ readonly of: ProcessDefinition; readonly verdict: MergeVerdict } | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const settle = (verdict: MergeVerdict) => {
      if (!asking.signal.aborted) setJudged({ of: definition, verdict });
    };
    const timer = window.setTimeout(() => {
      void ports.prove(definition, asking.signal).then(
        (findings) => {
          const errors = countErrors(findings);
          settle({ status: "done", errors, warnings: findings.length - errors });
        },
        () => settle({ status: "failed" }),
      );
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      asking.abort();
    };
  }, [definition, ports]);
  return judged?.of === definition ? judged.verdict : { status: "checking" };
};
