import type { TaskAct } from "@sluice/process";
import { z } from "zod";
import { recordView } from "../records/recordShapes.ts";
import { json } from "../shape/json.ts";
import { pageInput, pageOf, sortBy } from "../shape/page.ts";

const personIds = z.array(z.uuid()).min(1).max(50);
const outcomeKey = z.string().min(1).max(60);

/** What a person does with a task or an approval, as the kernel knows it. */
export const taskAct = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("complete"), outcome: outcomeKey }),
  z.strictObject({ do: z.literal("claim") }),
  z.strictObject({ do: z.literal("release") }),
  z.strictObject({ do: z.literal("approve") }),
  z.strictObject({ do: z.literal("reject") }),
  z.strictObject({ do: z.literal("sendBack"), to: outcomeKey.exactOptional() }),
  z.strictObject({ do: z.literal("withdraw") }),
  z.strictObject({ do: z.literal("reclaim") }),
  z.strictObject({ do: z.literal("addSigner"), personIds, place: z.enum(["before", "after", "beside"]) }),
  z.strictObject({ do: z.literal("removeSigner"), personId: z.uuid() }),
  z.strictObject({ do: z.literal("transfer"), to: z.uuid() }),
  z.strictObject({ do: z.literal("delegate"), to: z.uuid() }),
  z.strictObject({ do: z.literal("urge") }),
  z.strictObject({ do: z.literal("consult"), personIds }),
  z.strictObject({ do: z.literal("comment") }),
  z.strictObject({ do: z.literal("copy"), personIds }),
]) satisfies z.ZodType<TaskAct>;

const taskKind = z.enum(["task", "approval", "copy", "consult", "revise"]);
const person = z.object({ id: z.string(), name: z.string() });

/** A line of the inbox. */
export const taskRow = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: taskKind,
  name: z.string(),
  processKey: z.string(),
  processName: z.string(),
  record: z.object({ type: z.string(), id: z.string(), title: z.string(), number: z.string().nullable() }),
  status: z.enum(["open", "done", "closed"]),
  dueAt: z.string().nullable(),
  late: z.boolean(),
  openedAt: z.string(),
  round: z.number(),
  claimable: z.boolean(),
  assignee: person.nullable(),
});
export type TaskRow = z.infer<typeof taskRow>;

/** What a list of tasks takes: whose they are, of which kind, of which process; by when they are due unless told otherwise. */
export const inboxInput = z.strictObject({
  ...pageInput.shape,
  filter: z.enum(["mine", "candidates", "all"]).default("all"),
  kind: taskKind.optional(),
  process: z.string().max(60).optional(),
  sort: sortBy(["dueAt", "openedAt"]).optional(),
});
export type InboxInput = z.infer<typeof inboxInput>;
export const inboxPage = pageOf(taskRow);
export type InboxPage = z.infer<typeof inboxPage>;

/** A task opened: its form, its record, what the reader may do with it, and what was said before. */
export const taskView = z.object({
  task: taskRow.extend({
    node: z.string(),
    candidates: z.array(person),
    outcomes: z.array(z.object({ key: z.string(), name: z.string() })),
    closedAt: z.string().nullable(),
    outcome: z.string().nullable(),
  }),
  form: z.array(z.object({ path: z.string(), access: z.enum(["hidden", "read", "edit", "required"]) })),
  record: recordView.nullable(),
  acts: z.array(z.string()),
  /** The signers whom the reader has added and may take out again. */
  removable: z.array(person),
  history: z.array(
    z.object({
      at: z.string(),
      by: person.nullable(),
      onBehalfOf: person.nullable(),
      node: z.string(),
      nodeName: z.string(),
      verdict: z.string(),
      comment: z.string().nullable(),
      attachments: z.array(z.object({ id: z.string(), name: z.string() })),
      signature: z.string().nullable(),
      round: z.number(),
      withheld: z.boolean(),
    }),
  ),
  /** What the person handed in, where the task is closed. */
  submitted: z.record(z.string(), json).nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const taskCount = z.object({ open: z.number(), late: z.number() });
export type TaskCount = z.infer<typeof taskCount>;
