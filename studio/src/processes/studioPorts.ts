import type { ProcessDefinition } from "@sluice/process";
import type { ShownProblem } from "../api/shapes.ts";
import type { Finding } from "../canvas/problems/finding.ts";

/** What the studio asks of the server, so that it stands on any that answers so. */
export interface StudioPorts {
  readonly save: (
    definition: ProcessDefinition,
    rev: number,
  ) => Promise<{ readonly rev: number; readonly findings: readonly Finding[] }>;
  readonly publish: (rev: number) => Promise<{ readonly version: number; readonly rev: number }>;
  /** Answers the definition that stands after it, and the revision the next draft begins with. */
  readonly discard: (rev: number) => Promise<{ readonly definition: ProcessDefinition; readonly rev: number }>;
  readonly check: (definition: ProcessDefinition, signal: AbortSignal) => Promise<readonly Finding[]>;
  /** Everything that `check` finds and whether each control point holds on every path. Takes seconds. */
  readonly prove: (definition: ProcessDefinition, signal: AbortSignal) => Promise<readonly Finding[]>;
  readonly version: (version: number) => Promise<ProcessDefinition>;
  /** Every reason of a refusal or fault, in the reader's language. */
  readonly problems: (error: unknown) => readonly ShownProblem[];
}

export interface PublishedVersion {
  readonly version: number;
  readonly publishedAt: string;
  readonly by: string;
}
