import { nodeSchemas, processDefinitionSchema, type ProcessDefinitionInput, spanSchema } from "@sluice/process";
import { z } from "zod";
import { fieldValues } from "../shape/json.ts";
import { localText } from "../shape/localText.ts";
import { pageInput, sortBy } from "../shape/page.ts";

/** One step of the way on which a control point fails: what happened where and by whom, what it saw, and where the case stood after. */
const exampleStep = z.object({
  at: z.string(),
  happening: z.looseObject({ type: z.string() }),
  actor: z.looseObject({ kind: z.string() }),
  saw: fieldValues,
  stage: z.string().nullable(),
  standsAt: z.array(z.string()),
});

const route = z.object({
  nodes: z.array(z.string()),
  stage: z.string().nullable(),
  outcome: z.string().nullable(),
  refused: z.boolean(),
});

/** Records and acts with which two versions go different ways; `isWhole` when everything that both can do was looked at. */
export const behaviour = z.object({
  examples: z.array(
    z.object({
      given: z.array(z.object({ path: z.string(), part: z.string().nullable(), value: z.json() })),
      acts: z.array(z.object({ at: z.string(), happening: z.looseObject({ type: z.string() }) })),
      before: route,
      after: route,
      partAt: z.string(),
    }),
  ),
  isWhole: z.boolean(),
});
export type ShownBehaviour = z.infer<typeof behaviour>;

/** What a program needs to put a finding right: what is written, what was meant, and the elements it is about. */
const findingDetail = z.object({
  written: z.string().exactOptional(),
  meant: z.array(z.string()).max(2).exactOptional(),
  says: z.string().exactOptional(),
  at: z.array(z.string()).max(20).exactOptional(),
  count: z.number().exactOptional(),
  span: spanSchema.exactOptional(),
  answer: z.boolean().exactOptional(),
});

/** What is wrong with a definition, where, and how to mend it. `edge`, `node` and `move` name the place on the canvas. */
export const finding = z.object({
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  message: localText,
  node: z.string().optional(),
  edge: z.string().optional(),
  move: z.string().optional(),
  path: z.string().optional(),
  fix: localText.optional(),
  detail: findingDetail.optional(),
  example: z.array(exampleStep).optional(),
});
export type ShownFinding = z.infer<typeof finding>;

/** A definition as it arrives: any object at all; what is wrong with it is answered as findings, not as an error. */
export const definitionInput = z.custom<ProcessDefinitionInput>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  { error: "a process definition is a JSON object" },
);

/** A step as it is drawn now, and the record that it is asked about. */
export const previewPeopleInput = z.object({
  node: z.custom<object>((value) => typeof value === "object" && value !== null && !Array.isArray(value), {
    error: "a step is a JSON object",
  }),
  variables: z.array(z.unknown()).max(200).default([]),
  recordType: z.string().min(1).max(60),
  recordId: z.uuid(),
  initiatorId: z.uuid().optional(),
});
export type PreviewPeopleInput = z.infer<typeof previewPeopleInput>;

const namedPerson = z.object({ id: z.string(), name: z.string() });

/** Whom a step would ask; what it does where nobody is found; what stands against telling. */
export const previewedPeople = z.object({
  initiator: namedPerson.nullable(),
  people: z.array(namedPerson.extend({ standsFor: namedPerson.nullable() })),
  otherwise: z.enum(["pass", "incident"]).nullable(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type ShownPreview = z.infer<typeof previewedPeople>;

const key = z.string().min(1).max(60);
export const processKey = z.object({ key });

export const processRow = z.object({
  key: z.string(),
  name: localText,
  recordType: z.string(),
  kind: z.enum(["lifeCycle", "side"]),
  publishedVersion: z.number().nullable(),
  draftRev: z.number().nullable(),
  running: z.number(),
  late: z.number(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type ProcessRow = z.infer<typeof processRow>;

/** A shipped process that a new one can begin with. */
export const templateRow = z.object({
  key: z.string(),
  name: localText,
  description: localText.nullable(),
  kind: z.enum(["lifeCycle", "side"]),
  recordType: z.string(),
  steps: z.number(),
});
export type TemplateRow = z.infer<typeof templateRow>;

/** What a page of processes takes. */
export const processPageInput = z.strictObject({
  ...pageInput.shape,
  sort: sortBy(["key"]).optional(),
  filter: z
    .strictObject({ recordType: z.string().max(60).optional(), kind: z.enum(["lifeCycle", "side"]).optional() })
    .optional(),
});
export type ProcessPageInput = z.infer<typeof processPageInput>;

const listedVersion = z.object({
  version: z.number(),
  publishedAt: z.string(),
  by: z.string(),
  /** Why it was published, where somebody said so. */
  note: z.string().nullable(),
  /** How many cases run on it now. */
  running: z.number(),
});

/** That an earlier version was put in force again: when, by whom and why. */
const rollback = z.object({ to: z.number(), from: z.number(), at: z.string(), by: z.string(), reason: z.string() });

/**
 * A process as the canvas opens it: the draft where there is one, else the published version. `rev` is 0 without a draft, and
 * `base` the version that the draft was made from, 0 for none. `turn` counts how often a version was put in force. Versions and
 * rollbacks come newest first.
 */
export const processView = z.object({
  definition: processDefinitionSchema,
  isDraft: z.boolean(),
  rev: z.number(),
  base: z.number(),
  turn: z.number(),
  publishedVersion: z.number().nullable(),
  versions: z.array(listedVersion),
  rollbacks: z.array(rollback),
});
export type ProcessView = z.infer<typeof processView>;

export const processVersion = listedVersion.extend({ definition: processDefinitionSchema });
export type ProcessVersion = z.infer<typeof processVersion>;

const amount = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/u, { error: "a decimal number" });

/** Which cases are looked at: of one version, of a department and below, of an amount from and below, as of the instant that is looked at. */
export const liveFilter = z.strictObject({
  version: z.int().min(1).optional(),
  department: z.uuid().optional(),
  amountFrom: amount.optional(),
  amountUntil: amount.optional(),
});
export type LiveFilter = z.infer<typeof liveFilter>;

export const liveInput = processKey.extend({
  filter: liveFilter.default({}),
  /** An instant of the last year; left out, it is now. */
  at: z.iso.datetime().optional(),
});
export type LiveInput = z.infer<typeof liveInput>;

const node = z.string().min(1).max(60);
/** Who waits at one place; `limit` is how many of them are told. */
export const waitingInput = liveInput.extend({ node, limit: z.int().min(1).max(200).default(20) });
export type WaitingInput = z.infer<typeof waitingInput>;

export const flowInput = liveInput.omit({ at: true }).extend({ node });
export type FlowInput = z.infer<typeof flowInput>;

export const livePastInput = processKey.extend({
  span: z.enum(["yesterday", "month"]),
  filter: liveFilter.default({}),
});
export type LivePastInput = z.infer<typeof livePastInput>;

/** How many cases ran at each of some instants, in their order. */
export const livePast = z.array(z.object({ at: z.string(), running: z.number() }));
export type LivePast = z.infer<typeof livePast>;

/** What cases of a process can be told apart by. */
export const liveChoices = z.object({
  departments: z.array(z.object({ id: z.string(), name: localText })),
  versions: z.array(z.number()),
  hasAmount: z.boolean(),
});
export type LiveChoices = z.infer<typeof liveChoices>;

/** `isStage` counts the cases in a stage, whether they rest there or stand at one of its steps: each case once; late by either. */
export const liveNode = z.object({
  node: z.string(),
  isStage: z.boolean(),
  open: z.number(),
  late: z.number(),
  oldestAt: z.string().nullable(),
  /** Working minutes. */
  medianMinutes: z.number().nullable(),
  minutesPerDay: z.number(),
  /** What a place that the version in force does not have was called, and in which version. */
  gone: z.object({ version: z.number(), name: localText }).nullable(),
});
export type LiveNode = z.infer<typeof liveNode>;

/** How one step went in the last 30 days: entries by day, oldest first, and times in working minutes. */
export const stepFlow = z.object({
  days: z.array(z.object({ on: z.string(), entered: z.number() })),
  entered: z.number(),
  left: z.number(),
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
  /** What an ordinary working day has. */
  minutesPerDay: z.number(),
});
export type StepFlow = z.infer<typeof stepFlow>;

/** A case that stands at one place of its process now. */
export const waitingCase = z.object({
  caseId: z.string(),
  version: z.number(),
  record: z.object({ type: z.string(), id: z.string(), title: z.string(), number: z.string().nullable() }),
  initiator: z.string().nullable(),
  since: z.string(),
  late: z.boolean(),
});
export type WaitingCase = z.infer<typeof waitingCase>;

/** Something in a file that has no place in the process: what, where, and why. */
const unmapped = z.object({
  element: z.string(),
  id: z.string().nullable(),
  name: z.string().nullable(),
  why: localText,
});

/** What a file would become, with all that has no place in it; `problems` says why it becomes nothing. */
export const readProcessFile = z.object({
  format: z.enum(["json", "bpmn"]).nullable(),
  definition: processDefinitionSchema.nullable(),
  unmapped: z.array(unmapped),
  problems: z.array(finding),
});
export type ReadProcessFile = z.infer<typeof readProcessFile>;

export const readTableFile = z.object({
  tables: z.array(z.object({ id: z.string(), name: z.string(), table: nodeSchemas.branch.shape.table.unwrap() })),
  unmapped: z.array(unmapped),
  problems: z.array(finding),
});
export type ReadTableFile = z.infer<typeof readTableFile>;

/** Which file of a process: of a version, else of the draft or the published version, as the canvas opens it. */
export const fileInput = z.strictObject({
  key,
  as: z.enum(["json", "bpmn", "dmn", "svg", "png"]),
  version: z.coerce.number().int().min(1).optional(),
  language: z.enum(["en", "zh"]).optional(),
});
export type FileInput = z.infer<typeof fileInput>;

export const processFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  encoding: z.enum(["utf8", "base64"]),
  content: z.string(),
});
export type ProcessFile = z.infer<typeof processFile>;
