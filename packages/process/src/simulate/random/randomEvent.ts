import fc from "fast-check";

/** An event to be made of what is open when its turn comes: numbers pick among it. */
export interface RandomEvent {
  readonly what: (typeof kinds)[number];
  readonly pick: number;
  readonly also: number;
  readonly verb: number;
}

const kinds = [
  "act",
  "move",
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
  "forbidden",
] as const;

/** People act most of the time; the world outside, admins and nonsense come between. */
const what = fc.oneof(
  { weight: 10, arbitrary: fc.constant("act" as const) },
  { weight: 3, arbitrary: fc.constantFrom("wait" as const, "done" as const, "child" as const, "admin" as const) },
  { weight: 3, arbitrary: fc.constantFrom(...kinds) },
);

/** A life of a case: enough happens for it to come somewhere. */
export const randomEvents: fc.Arbitrary<readonly RandomEvent[]> = fc.array(
  fc.record<RandomEvent>({ what, pick: fc.nat(40), also: fc.nat(40), verb: fc.nat(1_000) }),
  { minLength: 8, maxLength: 20, size: "max" },
);
