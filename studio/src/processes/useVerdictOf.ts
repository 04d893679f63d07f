import { countErrors, type ProcessDefinition } from "@sluice/process";
import { useEffect, useState } from "react";
import type { Finding } from "../canvas/problems/finding.ts";
import type { StudioPorts } from "./studioPorts.ts";

/** What stands against a definition, once it was checked and proved. */
export type Verdict =
  | { readonly status: "checking" | "failed" }
  | {
      readonly status: "done";
      readonly findings: readonly Finding[];
      readonly errors: number;
      readonly warnings: number;
    };

const PAUSE_MS = 300;

/** Checks and proves a definition each time it becomes another; the newest answer only. */
export const useVerdictOf = (definition: ProcessDefinition, ports: StudioPorts): Verdict => {
  const [judged, setJudged] = useState<{ readonly of: ProcessDefinition; readonly verdict: Verdict } | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const settle = (verdict: Verdict) => {
      if (!asking.signal.aborted) setJudged({ of: definition, verdict });
    };
    const timer = window.setTimeout(() => {
      void ports.prove(definition, asking.signal).then(
        (findings) => {
          const errors = countErrors(findings);
          settle({ status: "done", findings, errors, warnings: findings.length - errors });
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
