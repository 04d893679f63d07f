import type { Work } from "@sluice/process";

/** A row of the table of tasks, as the kernel's rules of who may do what look at it. */
export const workOf = (row: {
  readonly key: string;
  readonly node: string;
  readonly kind: string;
  readonly status: string;
  readonly round: number;
  readonly people: readonly string[];
  readonly assignee_id: string | null;
}): Work => ({
  key: row.key,
  node: row.node,
  kind: row.kind,
  isOpen: row.status === "open",
  round: row.round,
  people: row.people,
  assigneeId: row.assignee_id,
});
