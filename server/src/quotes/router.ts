import { z } from "zod";
import { shownMove } from "../cases/caseShapes.ts";
import { recordProcedures } from "../records/recordProcedures.ts";
import { command, committed } from "../shape/command.ts";
import { personProcedure, router } from "../trpc/procedures.ts";

const onQuote = command.extend({ id: z.uuid() });

/** Quotes: the procedures of every record, revisions, costing, and what is missing before each move. */
export const quotesRouter = router({
  ...recordProcedures("quote"),
  missing: personProcedure
    .input(z.object({ id: z.uuid() }))
    .output(z.array(shownMove))
    .query(({ ctx, input }) => ctx.ports.quotes.missing(input.id, ctx.reader)),
  revise: personProcedure
    .input(onQuote)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.quotes.revise(input, ctx.caller)),
  requestCosting: personProcedure
    .input(onQuote)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.quotes.requestCosting(input, ctx.caller)),
});
