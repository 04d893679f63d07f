import type { RecordSchema } from "@sluice/domain";
import type { BlockSchema } from "@sluice/process";
import { z } from "zod";

/** A record type as data, as the domain describes it. */
export const recordSchema = z.custom<RecordSchema>();

/** A block as admins meet it, as the process language describes it. */
export const block = z.custom<BlockSchema>();
