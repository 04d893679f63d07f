import { z } from "zod";
import { recordProcedures } from "../records/recordProcedures.ts";
import { command } from "../shape/command.ts";
import { personProcedure, router } from "../trpc/procedures.ts";
import { columnMapping, importPreview, importStatus, importUndone } from "./importShapes.ts";

/** Products: the procedures of every record, and the import of a file in three acts: preview, start, undo. */
export const productsRouter = router({
  ...recordProcedures("product"),
  importPreview: personProcedure
    .input(z.object({ fileId: z.uuid(), mapping: columnMapping.optional() }))
    .output(importPreview)
    .query(({ ctx, input }) => ctx.ports.productImport.preview(input, ctx.reader)),
  importStart: personProcedure
    .input(command.extend({ fileId: z.uuid(), mapping: columnMapping, keepValidOnly: z.boolean() }))
    .output(importStatus)
    .mutation(({ ctx, input }) => ctx.ports.productImport.start(input, ctx.reader)),
  importStatus: personProcedure
    .input(z.object({ id: z.uuid() }))
    .output(importStatus)
    .query(({ ctx, input }) => ctx.ports.productImport.status(input.id, ctx.reader)),
  importUndo: personProcedure
    .input(command.extend({ id: z.uuid() }))
    .output(importUndone)
    .mutation(({ ctx, input }) => ctx.ports.productImport.undo(input, ctx.reader)),
});
