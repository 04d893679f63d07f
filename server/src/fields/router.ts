import { z } from "zod";
import { committed } from "../shape/command.ts";
import { adminProcedure, router } from "../trpc/procedures.ts";
import { changedField, keptField, newField, savedLayout } from "./fieldShapes.ts";

/** The fields that admins add to record types: forms, lists, conditions, imports and the API know them from there. */
export const fieldsRouter = router({
  list: adminProcedure
    .input(z.object({ recordType: z.string().min(1).max(60) }))
    .output(z.array(keptField))
    .query(({ ctx, input }) => ctx.ports.fields.list(input.recordType)),
  create: adminProcedure
    .input(newField)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.fields.create(input, ctx.caller)),
  saveLayout: adminProcedure
    .input(savedLayout)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.fields.saveLayout(input, ctx.caller)),
  patch: adminProcedure
    .input(changedField)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.fields.patch(input, ctx.caller)),
});
