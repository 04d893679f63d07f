import { z } from "zod";
import { command, committed } from "../shape/command.ts";
import { fieldValues } from "../shape/json.ts";
import { personProcedure, router } from "../trpc/procedures.ts";
import { inboxInput, inboxPage, taskAct, taskCount, taskView } from "./taskShapes.ts";

/** The inbox and what is done in it. */
export const tasksRouter = router({
  inbox: personProcedure
    .input(inboxInput)
    .output(inboxPage)
    .query(({ ctx, input }) => ctx.ports.tasks.inbox(input, ctx.reader)),
  count: personProcedure.output(taskCount).query(({ ctx }) => ctx.ports.tasks.count(ctx.reader)),
  get: personProcedure
    .input(z.object({ id: z.uuid() }))
    .output(taskView)
    .query(({ ctx, input }) => ctx.ports.tasks.get(input.id, ctx.reader)),
  act: personProcedure
    .input(
      command.extend({
        taskId: z.uuid(),
        act: taskAct,
        comment: z.string().max(4_000).exactOptional(),
        attachments: z.array(z.uuid()).max(20).exactOptional(),
        signature: z.string().min(1).max(200).exactOptional(),
        form: fieldValues.exactOptional(),
      }),
    )
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.actOnTask(input, ctx.caller)),
});
