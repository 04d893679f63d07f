import { z } from "zod";
import { committed } from "../shape/command.ts";
import { pageOf } from "../shape/page.ts";
import { adminProcedure, router } from "../trpc/procedures.ts";
import { casesInput, onWhatIf, startWhatIfInput, whatIfCase, whatIfView } from "./whatIfShapes.ts";

/** A process's draft over the closed cases of a period: begun by those who draw processes, left and looked at again. */
export const whatIfRouter = router({
  /** Runs the draft as it stands, or what is published where there is none. @problem DEFINITION_INVALID - it has errors */
  start: adminProcedure
    .input(startWhatIfInput)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.whatIf.start(input, ctx.caller)),
  cancel: adminProcedure
    .input(onWhatIf)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.whatIf.cancel(input, ctx.caller)),
  get: adminProcedure
    .input(z.object({ id: z.uuid() }))
    .output(whatIfView)
    .query(({ ctx, input }) => ctx.ports.whatIf.get(input.id, ctx.caller)),
  newest: adminProcedure
    .input(z.object({ key: z.string().min(1).max(60) }))
    .output(whatIfView.nullable())
    .query(({ ctx, input }) => ctx.ports.whatIf.newest(input.key, ctx.caller)),
  cases: adminProcedure
    .input(casesInput)
    .output(pageOf(whatIfCase))
    .query(({ ctx, input }) => ctx.ports.whatIf.cases(input, ctx)),
});
