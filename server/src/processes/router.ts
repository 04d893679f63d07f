import { processDefinitionSchema } from "@sluice/process";
import { z } from "zod";
import { command } from "../shape/command.ts";
import { pageOf } from "../shape/page.ts";
import { adminProcedure, personProcedure, router } from "../trpc/procedures.ts";
import {
  behaviour,
  definitionInput,
  fileInput,
  finding,
  flowInput,
  liveChoices,
  liveInput,
  liveNode,
  livePast,
  livePastInput,
  previewedPeople,
  previewPeopleInput,
  processKey,
  processPageInput,
  processRow,
  processFile,
  processVersion,
  processView,
  readProcessFile,
  readTableFile,
  stepFlow,
  templateRow,
  waitingCase,
  waitingInput,
} from "./processShapes.ts";

/**
 * The draft that was seen: its revision, and the published version that it was made from, both 0 for none. Revisions begin anew
 * with each version, so neither alone names a draft.
 */
const onDraft = command.extend({ key: z.string().min(1).max(60), rev: z.int().min(0), base: z.int().min(0) });
/** What is larger is refused unread; a file of 5 MB, in signs. */
const LARGEST_FILE = 5_300_000;
const why = z.string().trim().min(1).max(2_000);

/** Process definitions: read by everybody (their own rules are no secret), drawn and published by admins. */
export const processesRouter = router({
  list: personProcedure.output(z.array(processRow)).query(({ ctx }) => ctx.ports.processes.list(ctx.reader)),
  page: personProcedure
    .input(processPageInput)
    .output(pageOf(processRow))
    .query(({ ctx, input }) => ctx.ports.processes.page(input)),
  get: personProcedure
    .input(processKey)
    .output(processView)
    .query(({ ctx, input }) => ctx.ports.processes.get(input.key, ctx.reader)),
  version: personProcedure
    .input(processKey.extend({ version: z.int().min(1) }))
    .output(processVersion)
    .query(({ ctx, input }) => ctx.ports.processes.version(input.key, input.version, ctx.reader)),
  templates: adminProcedure.output(z.array(templateRow)).query(({ ctx }) => ctx.ports.processes.templates()),
  template: adminProcedure
    .input(processKey)
    .output(processDefinitionSchema)
    .query(({ ctx, input }) => ctx.ports.processes.template(input.key)),
  live: personProcedure
    .input(liveInput)
    .output(z.array(liveNode))
    .query(({ ctx, input }) => ctx.ports.processes.live(input)),
  livePast: personProcedure
    .input(livePastInput)
    .output(livePast)
    .query(({ ctx, input }) => ctx.ports.processes.livePast(input)),
  liveChoices: personProcedure
    .input(processKey)
    .output(liveChoices)
    .query(({ ctx, input }) => ctx.ports.processes.liveChoices(input.key)),
  waiting: personProcedure
    .input(waitingInput)
    .output(z.array(waitingCase))
    .query(({ ctx, input }) => ctx.ports.processes.waiting(input, ctx.reader)),
  flow: personProcedure
    .input(flowInput)
    .output(stepFlow)
    .query(({ ctx, input }) => ctx.ports.processes.flow(input)),
  check: adminProcedure
    .input(z.object({ definition: definitionInput }))
    .output(z.array(finding))
    .mutation(({ ctx, input }) => ctx.ports.processes.check(input.definition)),
  /** All that `check` finds and, where nothing is wrong, whether each story goes as told and each control point holds on every path. Takes seconds, and stops once nobody waits for it. */
  prove: adminProcedure
    .input(z.object({ definition: definitionInput }))
    .output(z.array(finding))
    .mutation(({ ctx, input, signal }) => ctx.ports.processes.prove(input.definition, signal)),
  /** Plays two definitions side by side for what goes another way. Takes seconds, and stops once nobody waits for it. */
  behaviour: adminProcedure
    .input(z.object({ before: definitionInput, after: definitionInput }))
    .output(behaviour)
    .mutation(({ ctx, input, signal }) => ctx.ports.processes.behaviour(input, signal)),
  /** Whom a step that is being drawn would ask for a record as it stands. Changes nothing; a mutation, because a step is too long for an address. */
  previewPeople: adminProcedure
    .input(previewPeopleInput)
    .output(previewedPeople)
    .mutation(({ ctx, input }) => ctx.ports.processes.previewPeople(input, ctx.caller, ctx.reader)),
  /** What a file would become, and all that has no place in it. Changes nothing. */
  readFile: adminProcedure
    .input(z.strictObject({ text: z.string().max(LARGEST_FILE), recordType: z.string().min(1).max(60) }))
    .output(readProcessFile)
    .mutation(({ ctx, input }) => ctx.ports.processes.readFile(input)),
  /** The decision tables of a DMN file, and all that has no place in them. Changes nothing. */
  readTables: adminProcedure
    .input(z.strictObject({ text: z.string().max(LARGEST_FILE) }))
    .output(readTableFile)
    .mutation(({ ctx, input }) => ctx.ports.processes.readTables(input.text)),
  /** A process as a file: JSON for version control, BPMN, its decision tables as DMN, its picture as SVG or PNG. */
  file: personProcedure
    .input(fileInput)
    .output(processFile)
    .query(({ ctx, input }) => ctx.ports.processes.file(input, ctx.reader)),
  saveDraft: adminProcedure
    .input(onDraft.extend({ definition: definitionInput }))
    .output(z.object({ rev: z.number(), findings: z.array(finding) }))
    .mutation(({ ctx, input }) => ctx.ports.processes.saveDraft(input, ctx.caller)),
  discardDraft: adminProcedure
    .input(onDraft)
    .output(z.object({ publishedVersion: z.number().nullable() }))
    .mutation(({ ctx, input }) => ctx.ports.processes.discardDraft(input, ctx.caller)),
  publish: adminProcedure
    .input(onDraft.extend({ note: why.optional() }))
    .output(z.object({ version: z.number() }))
    .mutation(({ ctx, input }) => ctx.ports.processes.publish(input, ctx.caller)),
  /** Puts an earlier version in force again. `from` is the one that is in force as far as the caller knows. */
  rollBack: adminProcedure
    .input(command.extend({ ...processKey.shape, version: z.int().min(1), from: z.int().min(1), reason: why }))
    .output(z.object({ version: z.number() }))
    .mutation(({ ctx, input }) => ctx.ports.processes.rollBack(input, ctx.caller)),
});
