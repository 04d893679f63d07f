import { z } from "zod";

/** One line of news: something of this type and id is now at this version. Never content. */
export const invalidation = z.object({ type: z.string(), id: z.string(), version: z.number() });
export type Invalidation = z.infer<typeof invalidation>;
