import { z } from "zod";
import { elementIdSchema, keySchema } from "./ids.ts";
import { localTextSchema } from "./localText.ts";
import { spanSchema } from "./time.ts";

/** The most that stories may hold; playing them is bounded by it. */
export const STORY_LIMITS = { stories: 50, steps: 100, people: 30, fields: 100, expectations: 20 } as const;

const personIdSchema = z.string().min(1).max(60);
const personIdsSchema = z.array(personIdSchema).min(1).max(STORY_LIMITS.people);
const pathSchema = z.string().min(1).max(120);
const instantSchema = z.iso.datetime({ precision: 3 });
const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "HH:MM");
const dateSchema = z.iso.date();

const limited = <T extends z.ZodRecord>(record: T) =>
  record.refine((it) => Object.keys(it).length <= STORY_LIMITS.fields, `at most ${STORY_LIMITS.fields}`);
const fieldsSchema = limited(z.record(pathSchema, z.json()));

/** Why a rule of the trade does not hold, by its keys; an empty list says that it does. */
const rulesSchema = limited(
  z.record(
    z.string().min(1).max(120),
    z
      .array(
        z.strictObject({
          code: z.string().min(1).max(60),
          values: z.record(z.string().max(60), z.json()).optional(),
        }),
      )
      .max(5),
  ),
);

/** Somebody of the small firm that a story is played in. `name` is left out for people of the real firm. */
export const storyPersonSchema = z.strictObject({
  id: personIdSchema,
  name: localTextSchema.optional(),
  roles: z.array(z.string().min(1).max(60)).max(20).default([]),
  post: z.string().max(60).optional(),
  department: z.string().max(60).optional(),
  managerId: personIdSchema.optional(),
  deputyId: personIdSchema.optional(),
  territories: z.array(z.string().max(60)).max(20).optional(),
});
export type StoryPerson = z.infer<typeof storyPersonSchema>;

/** When the firm of a story works: hours of an ordinary day, the days of its week (1 is Monday), days off and days worked instead. */
export const storyCalendarSchema = z
  .strictObject({
    /** How far its clocks are ahead of UTC. */
    offsetMinutes: z.int().min(-840).max(840),
    hours: z
      .array(z.tuple([clockSchema, clockSchema]))
      .min(1)
      .max(6),
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    holidays: z.array(dateSchema).max(100).default([]),
    makeUpDays: z.array(dateSchema).max(100).default([]),
  })
  .refine(
    ({ hours }) =>
      hours.every(([opens, closes], index) => {
        const before = hours[index - 1];
        return opens < closes && (before === undefined || before[1] <= opens);
      }),
    "hours in order, none beside each other",
  );
export type StoryCalendar = z.infer<typeof storyCalendarSchema>;

/** What a person does at a step, as the kernel knows it. */
const storyActSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("complete"), outcome: z.string().min(1).max(60) }),
  z.strictObject({ do: z.literal("claim") }),
  z.strictObject({ do: z.literal("release") }),
  z.strictObject({ do: z.literal("approve") }),
  z.strictObject({ do: z.literal("reject") }),
  z.strictObject({ do: z.literal("sendBack"), to: elementIdSchema.exactOptional() }),
  z.strictObject({ do: z.literal("withdraw") }),
  z.strictObject({ do: z.literal("reclaim") }),
  z.strictObject({
    do: z.literal("addSigner"),
    personIds: personIdsSchema,
    place: z.enum(["before", "after", "beside"]),
  }),
  z.strictObject({ do: z.literal("removeSigner"), personId: personIdSchema }),
  z.strictObject({ do: z.literal("transfer"), to: personIdSchema }),
  z.strictObject({ do: z.literal("delegate"), to: personIdSchema }),
  z.strictObject({ do: z.literal("urge") }),
  z.strictObject({ do: z.literal("consult"), personIds: personIdsSchema }),
  z.strictObject({ do: z.literal("comment") }),
  z.strictObject({ do: z.literal("copy"), personIds: personIdsSchema }),
]);

/** What an admin does to the case of a story, or whoever a step names for it; what it is about is named by its step. */
const storyInterventionSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal(["retry", "skip", "compensate"]), at: elementIdSchema }),
  z.strictObject({ do: z.literal("jump"), to: elementIdSchema }),
  z.strictObject({ do: z.literal(["suspend", "resume", "cancel"]) }),
  z.strictObject({ do: z.literal("reassign"), at: elementIdSchema, to: personIdSchema }),
]);

/**
 * What happens in a story.
 *
 * - `move`: somebody takes a move · `act`: somebody acts on what is open at a step
 * - `pass`: time passes, by a span of the working calendar or of the clock on the wall; `passUntil`: until an instant;
 *   `passToNext`: until the case would be woken next
 * - `message`: one arrives · `effect`: what came of an outer effect of a step · `child`: a sub-process of a step ended
 * - `change`: the record is changed by somebody, outside of the process · `intervene`: an admin steps in, or whoever a step names
 */
const storyEventSchema = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("move"),
    by: personIdSchema,
    move: elementIdSchema,
    reason: z.string().max(2_000).optional(),
    form: fieldsSchema.optional(),
  }),
  z.strictObject({
    do: z.literal("act"),
    by: personIdSchema,
    at: elementIdSchema,
    act: storyActSchema,
    comment: z.string().max(2_000).optional(),
    attachments: z.array(z.string().max(60)).max(20).optional(),
    signature: z.string().max(200).optional(),
    form: fieldsSchema.optional(),
  }),
  z.strictObject({ do: z.literal("pass"), span: spanSchema }),
  z.strictObject({ do: z.literal("passUntil"), at: instantSchema }),
  z.strictObject({ do: z.literal("passToNext") }),
  z.strictObject({
    do: z.literal("message"),
    message: z.string().min(1).max(80),
    key: z.string().max(200).optional(),
    payload: z.json().optional(),
  }),
  z.strictObject({
    do: z.literal("effect"),
    at: elementIdSchema,
    ends: z.discriminatedUnion("as", [
      z.strictObject({ as: z.literal("done"), output: fieldsSchema.optional() }),
      z.strictObject({ as: z.literal("failed"), reason: z.string().max(500).optional() }),
      /** Nobody knows whether it was done. */
      z.strictObject({ as: z.literal("unknown") }),
    ]),
  }),
  z.strictObject({
    do: z.literal("child"),
    at: elementIdSchema,
    outcome: z.string().max(60).nullable().default(null),
    /** The variables that it brings back. */
    brings: fieldsSchema.optional(),
  }),
  z.strictObject({ do: z.literal("change"), fields: fieldsSchema.optional(), rules: rulesSchema.optional() }),
  z.strictObject({
    do: z.literal("intervene"),
    by: personIdSchema,
    act: storyInterventionSchema,
    reason: z.string().max(2_000),
  }),
]);
export type StoryEvent = z.infer<typeof storyEventSchema>;

/**
 * What must stand after something has happened. What is not said may be anything, but a refusal and an incident that nobody
 * expects always fail.
 *
 * - `stage` · `ended` (with its outcome) · `asked`: work is open at a step (for exactly these people) · `notAsked`: none is
 * - `field`, `variable`: a value · `milestone`: reached by now · `wants`: an outer effect of a step was asked for by now
 * - `created`: a record of a type was made by now · `refused` and `incident`: for this problem, by what has just happened
 */
const expectationSchema = z.discriminatedUnion("see", [
  z.strictObject({ see: z.literal("stage"), stage: elementIdSchema }),
  z.strictObject({ see: z.literal("ended"), outcome: z.string().max(60).nullable() }),
  z.strictObject({ see: z.literal("asked"), at: elementIdSchema, who: personIdsSchema.optional() }),
  z.strictObject({ see: z.literal("notAsked"), at: elementIdSchema }),
  z.strictObject({ see: z.literal("field"), path: pathSchema, value: z.json() }),
  z.strictObject({ see: z.literal("variable"), key: keySchema, value: z.json() }),
  z.strictObject({ see: z.literal("milestone"), milestone: z.string().min(1).max(80) }),
  z.strictObject({ see: z.literal("wants"), at: elementIdSchema }),
  z.strictObject({ see: z.literal("created"), recordType: keySchema }),
  z.strictObject({ see: z.literal("refused"), problem: z.string().min(1).max(60) }),
  z.strictObject({ see: z.literal("incident"), problem: z.string().min(1).max(60) }),
]);
export type Expectation = z.infer<typeof expectationSchema>;

const expectationsSchema = z.array(expectationSchema).max(STORY_LIMITS.expectations).default([]);

/** What is given before the first thing happens: people, the record, rules of the trade, the calendar, and now. */
const givenSchema = z.strictObject({
  /** Who begins it; null for a machine. */
  by: personIdSchema.nullable(),
  at: instantSchema,
  people: z.array(storyPersonSchema).max(STORY_LIMITS.people).default([]),
  /** Who heads each department. */
  heads: limited(z.record(z.string().max(60), personIdSchema)).optional(),
  ownerId: personIdSchema.optional(),
  record: fieldsSchema.default({}),
  rules: rulesSchema.optional(),
  /** The ordinary office week of nine to six in Shanghai where it is left out. */
  calendar: storyCalendarSchema.optional(),
  /** What it begins with, where the start takes variables. */
  variables: fieldsSchema.optional(),
  /** What stands once it has begun. */
  expect: expectationsSchema,
});
export type StoryGiven = z.infer<typeof givenSchema>;

/** One thing that happens, and what must stand after it. */
const storyStepSchema = z.strictObject({ when: storyEventSchema, expect: expectationsSchema });
export type StoryStep = z.infer<typeof storyStepSchema>;

/** A case as it should go: what is given, what happens when, and what is expected then. Played by the kernel before a process is published. */
export const storySchema = z.strictObject({
  id: elementIdSchema,
  name: localTextSchema,
  given: givenSchema,
  steps: z.array(storyStepSchema).max(STORY_LIMITS.steps).default([]),
});
export type Story = z.infer<typeof storySchema>;
export type StoryInput = z.input<typeof storySchema>;
