import { z } from "zod";
import { committed } from "../shape/command.ts";
import { adminProcedure, router } from "../trpc/procedures.ts";
import {
  listedMigration,
  migrateCaseInput,
  onMigration,
  previewInput,
  previewPage,
  progress,
  proposal,
  proposalInput,
  startInput,
  undoInput,
} from "./migrationShapes.ts";

/** Running cases that go over to another version of their process: what is proposed, what would come of it, one, and many. */
export const migrationsRouter = router({
  list: adminProcedure
    .input(z.object({ process: z.string().min(1).max(60) }))
    .output(z.array(listedMigration))
    .query(({ ctx, input }) => ctx.ports.migrations.list(input.process)),
  propose: adminProcedure
    .input(proposalInput)
    .output(proposal)
    .query(({ ctx, input }) => ctx.ports.migrations.propose(input)),
  /** Changes nothing. Takes as long as its page. */
  preview: adminProcedure
    .input(previewInput)
    .output(previewPage)
    .mutation(({ ctx, input }) => ctx.ports.migrations.preview(input, ctx)),
  one: adminProcedure
    .input(migrateCaseInput)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.door.migrateCase(input, ctx.caller)),
  start: adminProcedure
    .input(startInput)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.migrations.start(input, ctx.caller)),
  get: adminProcedure
    .input(z.object({ id: z.uuid() }))
    .output(progress)
    .query(({ ctx, input }) => ctx.ports.migrations.get(input.id, ctx)),
  cancel: adminProcedure
    .input(onMigration)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.migrations.cancel(input, ctx.caller)),
  goOn: adminProcedure
    .input(onMigration)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.migrations.goOn(input, ctx.caller)),
  undo: adminProcedure
    .input(undoInput)
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.migrations.undo(input, ctx.caller)),
});
