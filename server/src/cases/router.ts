import { z } from "zod";
import { command, committed } from "../shape/command.ts";
import { fieldValues } from "../shape/json.ts";
import { personProcedure, router } from "../trpc/procedures.ts";
import {
  caseListInput,
  casePage,
  caseView,
  foreseeInput,
  intervention,
  shownForeseen,
  shownMove,
  startableProcess,
} from "./caseShapes.ts";

/** Cases: the page of one, moves beforehand and for good, and interventions. */
export const casesRouter = router({
  list: personProcedure
    .input(caseListInput)
    .output(casePage)
    .query(({ ctx, input }) => ctx.ports.cases.list(input, ctx.reader)),
  get: personProcedure
    .input(z.object({ id: z.uuid() }))
    .output(caseView)
    .query(({ ctx, input }) => ctx.ports.cases.get(input.id, ctx.reader)),
  openMoves: personProcedure
    .input(z.object({ caseIds: z.array(z.uuid()).max(50) }))
    .output(z.record(z.string(), z.array(shownMove)))
    .query(({ ctx, input }) => ctx.ports.cases.openMoves(input.caseIds, ctx.reader)),
  /** What would come of a move, or of an act on a task, before it is done. Changes nothing. */
  foresee: personProcedure
    .input(foreseeInput)
    .output(shownForeseen)
    .query(({ ctx, input }) => ctx.ports.cases.foresee(input, ctx.reader)),
  startable: personProcedure
    .input(z.object({ recordType: z.string().min(1).max(60), recordId: z.uuid() }))
    .output(z.array(startableProcess))
    .query(({ ctx, input }) => ctx.ports.cases.startable(input, ctx.reader)),
  start: personProcedure
    .input(
      command.extend({
        process: z.string().min(1).max(60),
        recordType: z.string().min(1).max(60),
        recordId: z.uuid(),
        variables: fieldValues.exactOptional(),
        /** What the start's form was filled with, on this version of the record. */
        form: fieldValues.exactOptional(),
        version: z.int().min(0).exactOptional(),
      }),
    )
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.startCase(input, ctx.caller)),
  move: personProcedure
    .input(
      command.extend({
        caseId: z.uuid(),
        move: z.string().min(1).max(60),
        reason: z.string().max(4_000).exactOptional(),
        form: fieldValues.exactOptional(),
      }),
    )
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.moveCase(input, ctx.caller)),
  intervene: personProcedure
    .input(command.extend({ caseId: z.uuid(), act: intervention, reason: z.string().min(1).max(4_000) }))
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.intervene(input, ctx.caller)),
});
