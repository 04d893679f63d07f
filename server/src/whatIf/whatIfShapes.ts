import { foundKinds } from "@sluice/records";
import { z } from "zod";
import { command } from "../shape/command.ts";
import { json } from "../shape/json.ts";
import { localText } from "../shape/localText.ts";

const key = z.string().min(1).max(60);
const instant = z.iso.datetime();

/** What an admin says of a step that nobody was ever asked at. */
const assumption = z.strictObject({ result: z.string().min(1).max(60), workingMinutes: z.int().min(0).max(600_000) });

export const startWhatIfInput = command.extend({
  key,
  from: instant,
  until: instant,
  /** What is drawn is drawn the same again from the same seed; left out, one is made. */
  seed: z.string().min(1).max(40).optional(),
  assumptions: z
    .record(key, assumption)
    .refine((all) => Object.keys(all).length <= 200, { error: "at most 200" })
    .default({}),
});
export type StartWhatIfInput = z.infer<typeof startWhatIfInput>;

export const onWhatIf = command.extend({ id: z.uuid() });

const both = { was: z.number(), now: z.number() };
const cycle = z.object({ median: z.number(), p90: z.number() }).nullable();
const named = z.object({ id: z.string(), name: z.string() });

/** Why a case cannot be compared: what it would have had to be asked; `name` is the field's path, the rule's key. */
const incomparable = z.object({
  about: z.enum([
    "field",
    "rule",
    "people",
    "mayEdit",
    "dueAt",
    "endOfDay",
    "shifted",
    "pick",
    "process",
    "managerOf",
    "nameOf",
    "wallTime",
    "effectsDone",
    "unreadable",
    "forbidden",
  ]),
  name: z.string().nullable(),
});
export type ShownIncomparable = z.infer<typeof incomparable>;

const summary = z.object({
  cases: z.number(),
  comparable: z.number(),
  otherwise: z.number(),
  flipped: z.number(),
  more: z.object({ cases: z.number(), approvals: z.number() }),
  fewer: z.object({ cases: z.number(), approvals: z.number() }),
  open: z.number(),
  flips: z.array(
    z.object({
      from: z.string().nullable(),
      to: z.string().nullable(),
      stage: z.string().nullable(),
      count: z.number(),
    }),
  ),
  approvalsAt: z.array(z.object({ node: z.string(), ...both })),
  cycle: z.object({ cases: z.number(), was: cycle, now: cycle }),
  load: z.array(z.object({ person: named, weeks: z.array(z.object({ on: z.string(), ...both })) })),
  drawn: z.array(z.object({ node: z.string(), from: z.enum(["learnt", "elsewhere", "assumed"]), cases: z.number() })),
  unknown: z.array(incomparable.extend({ cases: z.number() })),
  /** Cases in which the door would have refused what is done, by the control point that does. */
  forbidden: z.object({
    cases: z.number(),
    controls: z.array(z.object({ control: z.string(), sentence: localText, cases: z.number() })),
  }),
});
export type ShownSummary = z.infer<typeof summary>;

export const whatIfView = z.object({
  id: z.string(),
  process: z.string(),
  from: z.string(),
  until: z.string(),
  seed: z.string(),
  assumptions: z.record(z.string(), assumption),
  status: z.enum(["running", "done", "cancelled", "failed", "ended"]),
  cases: z.number().nullable(),
  closed: z.number().nullable(),
  done: z.number(),
  summary: summary.nullable(),
  /** The published version that was run; null where a draft was that has not been published as it was. */
  version: z.number().nullable(),
  /** Whether the draft still is what was run. */
  isCurrent: z.boolean(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Working minutes of an ordinary day. */
  minutesPerDay: z.number(),
  /** Steps and stages by their ids, those of older versions among them. */
  nodes: z.record(z.string(), localText),
});
export type WhatIfView = z.infer<typeof whatIfView>;

const pathEntry = z.object({
  at: z.string(),
  kind: z.enum(["stage", "step", "verdict", "incident", "end"]),
  node: z.string().nullable(),
  result: z.string().nullable(),
  by: z.string().nullable(),
  isDrawn: z.boolean(),
});

const way = z.object({
  end: z.object({
    isEnded: z.boolean(),
    outcome: z.string().nullable(),
    stage: z.string().nullable(),
    because: z.array(z.string()),
  }),
  approvals: z.number(),
  workedMinutes: z.number().nullable(),
  path: z.array(pathEntry),
});

export const whatIfKind = z.enum(foundKinds);

export const whatIfCase = z.object({
  place: z.number(),
  caseId: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  kinds: z.array(whatIfKind),
  ways: z
    .object({
      was: way,
      now: way,
      partsAt: z.number().nullable(),
      saw: z.record(z.string(), json),
      /** What the control points say that the door would have held against it. */
      forbidden: z.array(localText),
    })
    .nullable(),
  why: incomparable.nullable(),
});
export type ShownWhatIfCase = z.infer<typeof whatIfCase>;

export const casesInput = z.strictObject({
  id: z.uuid(),
  kind: whatIfKind.nullish(),
  cursor: z.string().max(2_000).nullish(),
  limit: z.int().min(1).max(100).default(25),
});
export type WhatIfCasesInput = z.infer<typeof casesInput>;
