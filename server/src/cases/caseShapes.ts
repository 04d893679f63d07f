import { type DirectPeopleRule, type Intervention, processDefinitionSchema } from "@sluice/process";
import { z } from "zod";
import { shownProblem } from "../refusals/shownProblem.ts";
import { json } from "../shape/json.ts";
import { pageInput, pageOf, sortBy } from "../shape/page.ts";

const person = z.object({ id: z.string(), name: z.string() });
const record = z.object({ type: z.string(), id: z.string(), title: z.string(), number: z.string().nullable() });

/** A case as a list shows it. */
export const caseRow = z.object({
  id: z.string(),
  processKey: z.string(),
  processName: z.string(),
  version: z.number(),
  record,
  status: z.enum(["running", "suspended", "ended"]),
  outcome: z.string().nullable(),
  stage: z.object({ key: z.string(), name: z.string() }).nullable(),
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  initiator: person.nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const caseListInput = z.strictObject({
  ...pageInput.shape,
  sort: sortBy(["openedAt"]).optional(),
  process: z.string().max(60).optional(),
  status: z.enum(["running", "suspended", "ended"]).optional(),
  stage: z.string().max(60).optional(),
});
export type CaseListInput = z.infer<typeof caseListInput>;
export const casePage = pageOf(caseRow);
export type CasePage = z.infer<typeof casePage>;

/** A move of the stage the record is in, as the reader meets it now: open when nothing stands against it. */
export const shownMove = z.object({
  id: z.string(),
  name: z.string(),
  tone: z.enum(["primary", "plain", "danger"]),
  reason: z.enum(["none", "optional", "required"]),
  form: z.array(z.object({ path: z.string(), access: z.enum(["hidden", "read", "edit", "required"]) })),
  by: z.enum(["person", "timer", "timerAt", "condition", "message"]),
  open: z.boolean(),
  problems: z.array(shownProblem),
});
export type ShownMove = z.infer<typeof shownMove>;

/** A side process that may be started by hand for a record, what its start asks for, and the case that runs already. */
export const startableProcess = z.object({
  process: z.string(),
  name: z.string(),
  description: z.string(),
  form: z.array(z.object({ path: z.string(), access: z.enum(["hidden", "read", "edit", "required"]) })),
  running: z.string().nullable(),
});
export type StartableProcess = z.infer<typeof startableProcess>;

/** One line of evidence: what happened, who did it, and the facts the step looked at. */
export const shownEvent = z.object({
  seq: z.number(),
  at: z.string(),
  type: z.string(),
  actorName: z.string(),
  actorId: z.string().nullable(),
  title: z.string(),
  detail: z.string().nullable(),
  /** `path` is the record's field that was looked at; null for what is none. */
  used: z.array(z.object({ label: z.string(), path: z.string().nullable(), value: json })),
});
export type ShownEvent = z.infer<typeof shownEvent>;

/** Why somebody has a piece of work: the rules that found them, for whom they stand, and who handed it on since. */
export const whyAsked = z.object({
  rules: z.array(z.custom<DirectPeopleRule>((value) => typeof value === "object" && value !== null)),
  standsFor: z.array(z.object({ name: z.string(), for: z.string() })),
  handed: z.array(
    z.object({
      how: z.enum(["transfer", "delegate", "claim", "release", "addSigner", "reassign"]),
      at: z.string(),
      by: z.string().nullable(),
      to: z.array(z.string()),
    }),
  ),
});
export type WhyAsked = z.infer<typeof whyAsked>;

/** One field of a record as it was seen; `reference` says what it refers to. */
export const seenField = z.object({
  path: z.string(),
  value: json,
  masked: z.boolean(),
  reference: z.object({ type: z.string(), id: z.string(), title: z.string() }).nullable(),
  /** What a stage is called; its value is its key. */
  name: z.string().nullable(),
});
export type SeenField = z.infer<typeof seenField>;

/** What somebody thinks of doing with a case. */
export const foreseeInput = z.strictObject({
  caseId: z.uuid(),
  intended: z.union([
    z.strictObject({ move: z.string().min(1).max(60) }),
    z.strictObject({ jump: z.string().min(1).max(60) }),
    z.strictObject({
      taskId: z.uuid(),
      act: z.discriminatedUnion("do", [
        z.strictObject({ do: z.enum(["approve", "reject", "sendBack", "withdraw"]) }),
        z.strictObject({ do: z.literal("complete"), outcome: z.string().min(1).max(60) }),
      ]),
    }),
  ]),
});
export type ForeseeInput = z.infer<typeof foreseeInput>;

/** What would come of it: `stage` and `end` are null where it changes neither; `problems` stand against it. */
export const shownForeseen = z.object({
  problems: z.array(shownProblem),
  stage: z.string().nullable(),
  end: z.object({ outcome: z.string().nullable() }).nullable(),
  tasks: z.array(
    z.object({
      name: z.string(),
      people: z.array(z.object({ name: z.string(), standsFor: z.string().nullable() })),
    }),
  ),
  /** How many open pieces of work would be taken from whoever has them. */
  withdrawn: z.number(),
  effects: z.array(z.object({ name: z.string(), block: z.string() })),
  /** Types of the records that would be made. */
  makes: z.array(z.string()),
  incidents: z.array(z.string()),
});
export type ShownForeseen = z.infer<typeof shownForeseen>;

/** A case as its page shows it: where it stands, the way it came, what it waits for, and its evidence. */
export const caseView = z.object({
  case: caseRow,
  definition: processDefinitionSchema,
  openTokens: z.array(z.object({ node: z.string(), since: z.string(), dueAt: z.string().nullable() })),
  /** Its stay in the stage: `owners` are empty where the record's owner answers; `until` is null without a limit, or past it. */
  stageStay: z
    .object({
      since: z.string(),
      owners: z.array(person),
      until: z.string().nullable(),
      lateSince: z.string().nullable(),
    })
    .nullable(),
  visited: z.array(z.string()),
  moves: z.array(shownMove),
  events: z.array(shownEvent),
  tasks: z.array(
    z.object({
      id: z.string(),
      node: z.string(),
      kind: z.string(),
      name: z.string(),
      status: z.enum(["open", "done", "closed"]),
      people: z.array(person),
      assignee: person.nullable(),
      openedAt: z.string(),
      closedAt: z.string().nullable(),
      dueAt: z.string().nullable(),
      late: z.boolean(),
      outcome: z.string().nullable(),
      round: z.number(),
      /** What the reader may take back here: their request (at one line of it), their verdict, or the signer they added whose work this is. */
      takeBack: z.array(z.enum(["withdraw", "reclaim", "removeSigner"])),
      /** The reader may give it to somebody else. */
      canReassign: z.boolean(),
      /** Of open work only. */
      why: whyAsked.nullable(),
    }),
  ),
  decisions: z.array(
    z.object({
      /** The version of the process by whose rules it was decided. */
      version: z.number(),
      /** The record as whoever decided saw it, as far as the reader may see it; null when it was gone. */
      seen: z.object({ version: z.number(), fields: z.array(seenField) }).nullable(),
      /** Why they were asked. */
      why: whyAsked.nullable(),
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
  incidents: z.array(
    z.object({
      key: z.string(),
      node: z.string(),
      nodeName: z.string(),
      code: z.string(),
      message: z.string(),
      /** Whether anything done before it could be undone now. */
      canCompensate: z.boolean(),
      raisedAt: z.string(),
      clearedAt: z.string().nullable(),
      /** The process answered it by itself: it never stood open. */
      overcome: z.boolean(),
      /** The reader may retry, skip or undo it. */
      canSettle: z.boolean(),
    }),
  ),
  waits: z.array(z.object({ node: z.string(), kind: z.string(), text: z.string(), dueAt: z.string().nullable() })),
  effects: z.array(
    z.object({
      key: z.string(),
      node: z.string(),
      nodeName: z.string(),
      block: z.string(),
      /** True when it undoes what its step did before. */
      isUndoing: z.boolean(),
      status: z.string(),
      attempts: z.number(),
      beganAt: z.string().nullable(),
      endedAt: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
  /** True when the reader may intervene in the case as a whole. */
  canIntervene: z.boolean(),
});
export type CaseView = z.infer<typeof caseView>;

const incident = z.string().min(1).max(200);

/** What an admin does to a case, or whoever its step names for it. A task goes by its id. */
export const intervention = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("retry"), incident }),
  z.strictObject({ do: z.literal("skip"), incident }),
  z.strictObject({ do: z.literal("compensate"), incident }),
  z.strictObject({ do: z.literal("jump"), to: z.string().min(1).max(60) }),
  z.strictObject({ do: z.literal("suspend") }),
  z.strictObject({ do: z.literal("resume") }),
  z.strictObject({ do: z.literal("cancel") }),
  z.strictObject({ do: z.literal("reassign"), task: z.uuid(), to: z.uuid() }),
]) satisfies z.ZodType<Intervention>;
