import type { Json } from "@sluice/process";
import { z } from "zod";

/** Any JSON value, as records, forms and evidence carry it. */
export const json: z.ZodType<Json, Json> = z.json();

/** Named JSON values: the fields of a record or a form. At most 300 names of 120 characters. */
export const fieldValues = z
  .record(z.string().min(1).max(120), json)
  .refine((values) => Object.keys(values).length <= 300, { error: "at most 300 fields" });
