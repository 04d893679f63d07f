import { z } from "zod";
import { personProcedure, router } from "../trpc/procedures.ts";
import { block, keptLayout, recordSchema, workingCalendar, workingCalendarInput } from "./catalogShapes.ts";

/** What forms, lists and the inspector are drawn from: record types and blocks as data. */
export const catalogRouter = router({
  recordSchemas: personProcedure.output(z.array(recordSchema)).query(({ ctx }) => ctx.ports.catalog.recordSchemas()),
  layouts: personProcedure.output(z.array(keptLayout)).query(({ ctx }) => ctx.ports.catalog.layouts()),
  blocks: personProcedure.output(z.array(block)).query(({ ctx }) => ctx.ports.catalog.blocks()),
  workingCalendar: personProcedure
    .input(workingCalendarInput)
    .output(workingCalendar)
    .query(({ ctx, input }) => ctx.ports.catalog.workingCalendar(input.departmentId)),
});
