import { finish } from "../simulate/aCase.ts";
import { ann, work, type Pattern } from "../simulate/aPattern.ts";
import type { ProcessDraft } from "../simulate/aProcess.ts";

const inBoth = { en: "it", zh: "它" };

function deferred(): ProcessDraft {
  const runners = [
    { key: "paid", name: inBoth, on: { kind: "message" as const, message: "paid" } },
    {
      key: "late",
      name: inBoth,
      on: { kind: "timer" as const, after: { amount: 2, unit: "day" as const, calendar: "elapsed" as const } },
    },
  ];
  return work({ a: { kind: "race", runners }, b: ann, c: ann }, [
    ["a", "b", "outcome paid"],
    ["a", "c", "outcome late"],
  ]);
}

function milestone(): ProcessDraft {
  return {
    stages: {
      work: {
        entry: "a",
        steps: { a: ann, x: ann },
        moves: { extra: { to: "x", trigger: { by: "person" } }, on: { to: "later", trigger: { by: "person" } } },
      },
      later: { entry: "b", steps: { b: ann } },
    },
    wires: [
      ["start", "work"],
      ["a", "later"],
    ],
  };
}

/** What the catalogue asks for, played. */
export const states: readonly Pattern[] = [
  {
    name: "WCP-16 deferred choice: the message",
    draft: deferred(),
    play: (it) =>
      it.send(
        { type: "message", id: "m1", message: "paid", key: null, payload: {} },
        { kind: "system", name: "inbox" },
      ),
    open: ["b"],
  },
  {
    name: "WCP-16 deferred choice: the time",
    draft: deferred(),
    play: (it) => it.skipTo("2027-01-03T00:00:00.000Z"),
    open: ["c"],
  },
  {
    name: "WCP-18 milestone: open while the stage lasts",
    draft: milestone(),
    play: (it) => it.move("ini", "extra"),
    open: ["a", "x"],
  },
  {
    name: "WCP-18 milestone: over when it is left",
    draft: milestone(),
    play: (it) => (finish(it, "a"), it.move("ini", "extra")),
    open: ["b"],
  },
];
