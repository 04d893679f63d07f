import { z } from "zod";
import { liveFilter } from "../processes/processShapes.ts";
import { shownProblem } from "../refusals/shownProblem.ts";
import { command } from "../shape/command.ts";

const id = z.string().min(1).max(60);
const changes = z
  .record(id, id.nullable())
  .refine((map) => Object.keys(map).length <= 3_000, { error: "at most 3000" })
  .default({});

/** Which step, wire and move has become which; null for nothing, and meant. */
export const mapping = z
  .strictObject({ nodes: changes, wires: changes, moves: changes })
  .default({ nodes: {}, wires: {}, moves: {} });

export const timers = z.enum(["kept", "restarted", "new"]).default("kept");
const version = z.int().min(1);
const between = { process: z.string().min(1).max(60), from: version, to: version, mapping, timers };
const reason = z.string().min(1).max(2_000);

/** Which of the cases; without any of it, all. */
const filter = liveFilter
  .omit({ version: true })
  .extend({
    stage: z.string().max(60).optional(),
    node: id.optional(),
    caseIds: z.array(z.uuid()).max(5_000).optional(),
  })
  .default({});

export const migrateCaseInput = command.extend({ caseId: z.uuid(), to: version, mapping, timers, reason });

export const proposalInput = z.strictObject({ process: between.process, from: version, to: version });
export const proposal = z.object({
  mapping: z.object({
    nodes: z.record(z.string(), z.string().nullable()),
    wires: z.record(z.string(), z.string().nullable()),
    moves: z.record(z.string(), z.string().nullable()),
  }),
  unmapped: z.array(z.string()),
  changed: z.array(z.string()),
});
export type Proposal = z.infer<typeof proposal>;

export const previewInput = z.strictObject({
  ...between,
  filter,
  after: z.uuid().optional(),
  limit: z.int().min(1).max(200).optional(),
});
export type PreviewInput = z.infer<typeof previewInput>;

const verdict = z.enum(["moves", "needsMapping", "waitsForEver", "repeatsEffect", "cannot"]);
const titled = z.object({ type: z.string(), id: z.string(), title: z.string(), number: z.string().nullable() });
/** `record` is what the case is about; null once the case is gone. */
const judgedCase = z.object({
  caseId: z.string(),
  record: titled.nullable(),
  verdict,
  problems: z.array(shownProblem),
});

export const previewPage = z.object({
  of: z.number(),
  counts: z.record(verdict, z.number()),
  cases: z.array(judgedCase),
  next: z.string().nullable(),
});
export type PreviewPage = z.infer<typeof previewPage>;

export const startInput = command.extend({
  ...between,
  reason,
  filter,
  stopsAfterTrial: z.boolean().default(false),
});
export type StartInput = z.infer<typeof startInput>;

export const onMigration = command.extend({ id: z.uuid() });
export const undoInput = onMigration.extend({ reason });
export type UndoInput = z.infer<typeof undoInput>;

const undone = z.enum(["undone", "begunAnew", "movedSince", "refused"]);

export const progress = z.object({
  id: z.string(),
  process: z.string(),
  from: z.number(),
  to: z.number(),
  timers: z.enum(["kept", "restarted", "new"]),
  reason: z.string(),
  filter,
  status: z.enum(["running", "tried", "stopped", "cancelled", "done", "undoing", "undone"]),
  stoppedBy: z.object({ caseId: z.string(), code: z.string() }).nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  left: z.number(),
  counts: z.partialRecord(verdict, z.number()),
  undone: z.partialRecord(undone, z.number()),
  undoReason: z.string().nullable(),
  notBack: z.array(judgedCase.omit({ verdict: true }).extend({ undone: undone.exclude(["undone"]) })),
  /** Those that have gone over while the others wait for word. */
  tried: z.array(judgedCase),
  staying: z.array(judgedCase),
});
export type Progress = z.infer<typeof progress>;

/** A migration as a list tells it, the newest first. */
export const listedMigration = progress
  .pick({ id: true, from: true, to: true, reason: true, status: true, startedAt: true, endedAt: true })
  .extend({ by: z.string() });
export type ListedMigration = z.infer<typeof listedMigration>;
