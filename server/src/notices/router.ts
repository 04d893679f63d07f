import { z } from "zod";
import { command } from "../shape/command.ts";
import { pageInput } from "../shape/page.ts";
import { personProcedure, router } from "../trpc/procedures.ts";
import { noticePage } from "./noticeShapes.ts";

/** What processes told the signed-in person; nobody sees another's. */
export const noticesRouter = router({
  list: personProcedure
    .input(pageInput)
    .output(noticePage)
    .query(({ ctx, input }) => ctx.ports.notices.list(input, ctx.reader)),
  count: personProcedure
    .output(z.object({ unread: z.number() }))
    .query(({ ctx }) => ctx.ports.notices.count(ctx.reader)),
  read: personProcedure
    .input(command.extend({ until: z.iso.datetime() }))
    .output(z.object({ until: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.ports.notices.read(input, ctx.caller);
      return { until: input.until };
    }),
});
