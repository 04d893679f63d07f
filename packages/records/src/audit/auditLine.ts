import type { Actor, Json } from "@sluice/process";

/** One line of the audit trail: who did what to which thing, and what changed. Never rewritten. */
export interface AuditLine {
  readonly at: string;
  readonly actor: Actor;
  readonly via: string;
  readonly action: string;
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly commandId: string | null;
  /** Path → { from, to } of what changed, or the problems of what was refused. */
  readonly detail: Readonly<Record<string, Json>>;
}
