import { z } from "zod";
import { committed } from "../shape/command.ts";
import { adminProcedure, router } from "../trpc/procedures.ts";
import { bulkView, countInput, onBulk, startBulkInput } from "./bulkShapes.ts";

/** What admins do to many cases of a process at once: begun with a reason, worked off in the background, each case under its own rules. */
export const bulkRouter = router({
  count: adminProcedure
    .input(countInput)
    .output(z.object({ count: z.number() }))
    .query(({ ctx, input }) => ctx.ports.bulk.count(input, ctx.caller)),
  start: adminProcedure
    .input(startBulkInput)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.bulk.start(input, ctx.caller)),
  cancel: adminProcedure
    .input(onBulk)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.bulk.cancel(input, ctx.caller)),
  get: adminProcedure
    .input(z.object({ id: z.uuid() }))
    .output(bulkView)
    .query(({ ctx, input }) => ctx.ports.bulk.get(input.id, ctx)),
  newest: adminProcedure
    .input(z.object({ process: z.string().min(1).max(60) }))
    .output(bulkView.nullable())
    .query(({ ctx, input }) => ctx.ports.bulk.newest(input.process, ctx)),
});
