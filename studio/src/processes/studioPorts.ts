import type { ProcessDefinition } from "@sluice/process";
import type { ShownProblem } from "../api/shapes.ts";
import type { Finding } from "../canvas/problems/finding.ts";
import type { Ground } from "./ground.ts";

/** The draft that is meant: its revision, and the version that it was made from. */
type OnDraft = Pick<Ground, "rev" | "base">;

/** What the studio asks of the server, so that it stands on any that answers so. */
export interface StudioPorts {
  readonly save: (
    definition: ProcessDefinition,
    on: OnDraft,
  ) => Promise<{ readonly rev: number; readonly findings: readonly Finding[] }>;
  /** Saves the first draft of another process. */
  readonly create: (definition: ProcessDefinition) => Promise<void>;
  /** `note`: why, for whoever compares versions later. */
  readonly publish: (on: OnDraft, note: string) => Promise<{ readonly version: number; readonly now: Standing }>;
  /** Answers what stands after it. */
  readonly discard: (on: OnDraft) => Promise<Standing>;
  /** What stands by now. */
  readonly latest: () => Promise<Standing>;
  readonly check: (definition: ProcessDefinition, signal: AbortSignal) => Promise<readonly Finding[]>;
  /** Everything that `check` finds and whether each control point holds on every path. Takes seconds. */
  readonly prove: (definition: ProcessDefinition, signal: AbortSignal) => Promise<readonly Finding[]>;
  /** The stories that go otherwise than they are told, played beside the page. */
  readonly play: (definition: ProcessDefinition) => Promise<readonly Finding[]>;
  readonly version: (version: number) => Promise<ProcessDefinition>;
  /** Every reason of a refusal or fault, in the reader's language. */
  readonly problems: (error: unknown) => readonly ShownProblem[];
}

/** What the server holds of a process: its draft, else its published version, and the ground on which either is saved. */
export interface Standing {
  readonly definition: ProcessDefinition;
  readonly ground: Ground;
  readonly publishedVersion: number | null;
}

export interface PublishedVersion {
  readonly version: number;
  readonly publishedAt: string;
  readonly by: string;
  readonly note: string | null;
  /** How many cases run on it now. */
  readonly running: number;
}

/** That an earlier version was put in force again. */
export interface Rollback {
  readonly to: number;
  readonly from: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}
