import { z } from "zod";
import { command, committed } from "../shape/command.ts";
import { fieldValues } from "../shape/json.ts";
import { personProcedure } from "../trpc/procedures.ts";
import { deletedListInput, deletedPage, recordListInput, recordPage, recordView } from "./recordShapes.ts";

/** A record as the caller saw it last: of a deleted one, the version that its deletion answered. */
const onVersion = command.extend({ id: z.uuid(), version: z.int().min(0) });

/**
 * The seven procedures every record type has. Reads answer what the reader may see; writes are one command at the door,
 * which authorises, validates and takes the record's case along in the same transaction.
 */
export const recordProcedures = (type: string) => ({
  list: personProcedure
    .input(recordListInput)
    .output(recordPage)
    .query(({ ctx, input }) => ctx.ports.records.list(type, input, ctx.reader)),
  deleted: personProcedure
    .input(deletedListInput)
    .output(deletedPage)
    .query(({ ctx, input }) => ctx.ports.records.deleted(type, input, ctx.reader)),
  get: personProcedure
    .input(z.object({ id: z.uuid() }))
    .output(recordView)
    .query(({ ctx, input }) => ctx.ports.records.get(type, input.id, ctx.reader)),
  create: personProcedure
    .input(command.extend({ fields: fieldValues }))
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.createRecord(type, input, ctx.caller)),
  patch: personProcedure
    .input(onVersion.extend({ fields: fieldValues }))
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.patchRecord(type, input, ctx.caller)),
  delete: personProcedure
    .input(onVersion)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.deleteRecord(type, input, ctx.caller)),
  restore: personProcedure
    .input(onVersion)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.restoreRecord(type, input, ctx.caller)),
});
