import { z } from "zod";
import { keptLayout } from "../catalog/catalogShapes.ts";
import { committed } from "../shape/command.ts";
import { adminProcedure, router } from "../trpc/procedures.ts";
import { changedField, fieldUse, keptField, newField, savedLayout } from "./fieldShapes.ts";

/** The fields that admins add to record types: forms, lists, conditions, imports and the API know them from there. */
export const fieldsRouter = router({
  list: adminProcedure
    .input(z.object({ recordType: z.string().min(1).max(60) }))
    .output(z.array(keptField))
    .query(({ ctx, input }) => ctx.ports.fields.list(input.recordType)),
  /** What speaks of a field, to be looked at before it is put away. @problem NOT_FOUND - there is no such field */
  uses: adminProcedure
    .input(z.object({ id: z.uuid() }))
    .output(z.array(fieldUse))
    .query(({ ctx, input }) => ctx.ports.fields.uses(input.id)),
  /** Every layout of a record type that was saved, for everybody and for roles. @problem NOT_FOUND - there is no such type */
  layouts: adminProcedure
    .input(z.object({ recordType: z.string().min(1).max(60) }))
    .output(z.array(keptLayout))
    .query(({ ctx, input }) => ctx.ports.catalog.layouts(input.recordType)),
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
