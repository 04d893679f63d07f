import fc from "fast-check";
import type { MoveDraft, ProcessDraft, StageDraft, StepDraft, WireDraft } from "../aProcess.ts";
import { aRandomCustom, type Custom } from "./aRandomCustom.ts";
import { aRandomFlow } from "./aRandomFlow.ts";
import { aRandomStep } from "./aRandomStep.ts";
import { randomEvents, type RandomEvent } from "./randomEvent.ts";

export interface RandomCase {
  readonly draft: ProcessDraft;
  readonly events: readonly RandomEvent[];
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
  readonly customs: readonly Custom[];
  readonly kind: "lifeCycle" | "side";
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  steps: fc.array(fc.array(aRandomStep, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  links: fc.array(fc.tuple(fc.nat(30), fc.nat(30), wireKinds), { minLength: 2, maxLength: 12 }),
  moves: fc.array(fc.tuple(fc.nat(5), fc.nat(30), triggers), { maxLength: 4 }),
  finals: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  customs: fc.array(aRandomCustom, { minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom("lifeCycle" as const, "side" as const),
});

const nameOf = (draft: StepDraft, stage: number, index: number): string =>
  `${draft.kind === "approval" && draft.lockRecord ? "locking" : draft.kind}${stage}${index}`;

const draftOf = ({ steps, links, moves, finals, customs, kind }: Drawn): ProcessDraft => {
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
          ...customs[stage],
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

/** A process as people draw it: each stage a flow that leads into the next, with moves out of it. */
const drawnWell: fc.Arbitrary<ProcessDraft> = fc
  .record({
    first: aRandomFlow("a"),
    second: aRandomFlow("b"),
    moves: fc.array(fc.tuple(fc.nat(1), fc.nat(30), triggers), { maxLength: 3 }),
    customs: fc.array(aRandomCustom, { minLength: 3, maxLength: 3 }),
    kind: fc.constantFrom("lifeCycle" as const, "side" as const),
  })
  .map(({ first, second, moves, customs, kind }) => {
    const targets = [...Object.keys(first.steps), ...Object.keys(second.steps), "s0", "s1", "s2"];
    const movesOf = (stage: number): NonNullable<StageDraft["moves"]> =>
      Object.fromEntries(
        moves
          .filter(([at]) => at === stage)
          .map(([, to, trigger], index) => [
            `m${stage}${index}`,
            { to: targets[to % targets.length] as string, trigger },
          ]),
      );
    const stages = {
      s0: { ...customs[0], entry: first.entry, steps: first.steps, moves: movesOf(0) },
      s1: { ...customs[1], entry: second.entry, steps: second.steps, moves: movesOf(1) },
      s2: { ...customs[2], final: "done" as const },
    };
    const onward = [
      ...first.exits.map((exit) => [exit, "s1"] as const),
      ...second.exits.map((exit) => [exit, "s2"] as const),
    ];
    const wires = onward.map(([[from, on], to]): WireDraft => [from, to, on]);
    return { kind, stages, wires: [["start", "s0"], ...first.wires, ...second.wires, ...wires] };
  });

/** A random process, most of them drawn well, the others as wires fall; and events that fit it, come too late, or are nonsense. */
export const aRandomCase: fc.Arbitrary<RandomCase> = fc.record({
  draft: fc.oneof({ weight: 3, arbitrary: drawnWell }, { weight: 1, arbitrary: drawn.map(draftOf) }),
  events: randomEvents,
});
