import { z } from "zod";

export const searchHit = z.object({ type: z.string(), id: z.string(), title: z.string(), subtitle: z.string() });
export type SearchHit = z.infer<typeof searchHit>;
