import type { RecordSchema } from "@sluice/domain";

/** The record types a plan may speak of, by type. */
export type RecordSchemas = Readonly<Record<string, RecordSchema>>;
