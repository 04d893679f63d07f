import { z } from "zod";
import { command, committed } from "../shape/command.ts";
import { fieldValues } from "../shape/json.ts";
import { pageOf } from "../shape/page.ts";
import { adminProcedure, personProcedure, router } from "../trpc/procedures.ts";
import { peoplePageInput, personRow, personView, roleRow } from "./personShapes.ts";

/** The people of the firm: names for everybody, changes for admins. */
export const peopleRouter = router({
  list: personProcedure.output(z.array(personRow)).query(({ ctx }) => ctx.ports.people.list(ctx.reader)),
  page: personProcedure
    .input(peoplePageInput)
    .output(pageOf(personRow))
    .query(({ ctx, input }) => ctx.ports.people.page(input)),
  get: personProcedure
    .input(z.object({ id: z.uuid() }))
    .output(personView)
    .query(({ ctx, input }) => ctx.ports.people.get(input.id, ctx.reader)),
  roles: personProcedure.output(z.array(roleRow)).query(({ ctx }) => ctx.ports.people.roles()),
  create: adminProcedure
    .input(command.extend({ fields: fieldValues }))
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.people.create(input, ctx.caller)),
  patch: adminProcedure
    .input(command.extend({ id: z.uuid(), version: z.int().min(0), fields: fieldValues }))
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.people.patch(input, ctx.caller)),
});
