import fc from "fast-check";
import type { MoveDraft, ProcessDraft, StageDraft, StepDraft, WireDraft } from "../aProcess.ts";
import { aRandomStep } from "./aRandomStep.ts";

export interface RandomCase {
  readonly draft: ProcessDraft;
  readonly events: readonly RandomEvent[];
}

/** An event to be made of what is open when its turn comes: numbers pick among it. */
export interface RandomEvent {
  readonly what:
    | "act"
    | "move"
    | "wait"
    | "done"
    | "failed"
    | "child"
    | "message"
    | "change"
    | "admin"
    | "nonsense"
    | "alarm"
    | "start";
  readonly pick: number;
  readonly also: number;
}

const days = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });

const wireKinds = fc.constantFrom(
  "",
  "",
  "",
  "default",
  "outcome yes",
  "outcome approved",
  "outcome rejected",
  "outcome late",
  "timeout",
  "error",
  "escalation",
  "when record.?total.orValue(decimal('0')) > 100",
  "when record.total > 5",
  "*2",
  "outcome rejected*2",
);
const triggers = fc.constantFrom<MoveDraft["trigger"]>(
  { by: "person" },
  { by: "person", who: [{ by: "initiator" }] },
  { by: "timer", after: days(2) },
  { by: "timerAt", path: "validUntil" },
  { by: "condition", condition: { when: "!record.?costSheet.?valid.orValue(true)" } },
  { by: "message", message: "paid" },
);

interface Drawn {
  readonly steps: readonly (readonly StepDraft[])[];
  readonly links: readonly (readonly [number, number, string])[];
  readonly moves: readonly (readonly [number, number, MoveDraft["trigger"]])[];
  readonly finals: readonly boolean[];
  readonly kind: "lifeCycle" | "side";
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  steps: fc.array(fc.array(aRandomStep, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  links: fc.array(fc.tuple(fc.nat(30), fc.nat(30), wireKinds), { minLength: 2, maxLength: 12 }),
  moves: fc.array(fc.tuple(fc.nat(5), fc.nat(30), triggers), { maxLength: 4 }),
  finals: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom("lifeCycle" as const, "side" as const),
});

const nameOf = (draft: StepDraft, stage: number, index: number): string =>
  `${draft.kind === "approval" && draft.lockRecord ? "locking" : draft.kind}${stage}${index}`;

const draftOf = ({ steps, links, moves, finals, kind }: Drawn): ProcessDraft => {
  const ids = steps.map((drafts, stage) => drafts.map((draft, index) => nameOf(draft, stage, index)));
  const inside = ids.flat();
  const targets = [...inside, ...ids.map((_, stage) => `s${stage}`)];
  const stages = Object.fromEntries(
    steps.map((drafts, stage): [string, StageDraft] => {
      const own = moves.filter(([at]) => at % steps.length === stage);
      const entry = ids[stage]?.[0] as string;
      const isFinal = stage > 0 && finals[stage] === true;
      return [
        `s${stage}`,
        {
          entry,
          ...(isFinal ? { final: "done" as const } : {}),
          steps: Object.fromEntries(drafts.map((draft, index) => [ids[stage]?.[index] as string, draft])),
          moves: Object.fromEntries(
            own.map(([, to, trigger], index) => [
              `m${stage}${index}`,
              { to: targets[to % targets.length] as string, trigger },
            ]),
          ),
        },
      ];
    }),
  );
  const wires = links
    .map(([from, to, on]): WireDraft => [
      inside[from % inside.length] as string,
      targets[to % targets.length] as string,
      on,
    ])
    .filter(([from]) => !from.startsWith("end"));
  const chain = ids.flatMap((own) =>
    own
      .slice(1)
      .map((to, index): WireDraft => [own[index] as string, to])
      .filter(([from]) => !from.startsWith("end")),
  );
  return { kind, stages, wires: [["start", "s0"], ...chain, ...wires] };
};

const events = fc.array(
  fc.record<RandomEvent>({
    what: fc.constantFrom(
      "act",
      "act",
      "act",
      "act",
      "move",
      "wait",
      "wait",
      "done",
      "failed",
      "child",
      "message",
      "change",
      "admin",
      "nonsense",
      "alarm",
      "start",
    ),
    pick: fc.nat(40),
    also: fc.nat(40),
  }),
  { maxLength: 16 },
);

/** A random process with stages and all kinds of steps, and events that fit it, come too late, or are nonsense. */
export const aRandomCase: fc.Arbitrary<RandomCase> = fc.record({ draft: drawn.map(draftOf), events });
