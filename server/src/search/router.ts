import { z } from "zod";
import { personProcedure, router } from "../trpc/procedures.ts";
import { searchHit } from "./searchShapes.ts";

/** One search over everything the reader may see. */
export const searchRouter = router({
  all: personProcedure
    .input(z.object({ q: z.string().max(200) }))
    .output(z.array(searchHit))
    .query(({ ctx, input }) => ctx.ports.search.all(input.q, ctx.reader)),
});
