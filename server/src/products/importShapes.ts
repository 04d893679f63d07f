import { z } from "zod";

/** Which column of the file feeds which field of a product; null leaves the column out. */
export const columnMapping = z.record(z.string().max(200), z.string().max(120).nullable());
export type ColumnMapping = z.infer<typeof columnMapping>;

export const importError = z.object({
  row: z.number(),
  column: z.string().nullable(),
  code: z.string(),
  message: z.string(),
});

/** What an import would do, before it does it. Rows are numbered as in the file, its head being row 1. */
export const importPreview = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  columns: z.array(z.object({ name: z.string(), suggested: z.string().nullable(), samples: z.array(z.string()) })),
  mapping: columnMapping,
  totalRows: z.number(),
  validRows: z.number(),
  errors: z.array(importError),
  errorCount: z.number(),
  sample: z.array(z.record(z.string(), z.string())),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importStatus = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(["waiting", "running", "done", "failed", "undoing", "undone"]),
  total: z.number(),
  created: z.number(),
  refused: z.number(),
  errors: z.array(importError),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type ImportStatus = z.infer<typeof importStatus>;

export const importUndone = z.object({
  removed: z.number(),
  /** Products that someone has worked on since; they stay. */
  kept: z.array(z.object({ id: z.string(), row: z.number(), reason: z.string() })),
});
export type ImportUndone = z.infer<typeof importUndone>;
