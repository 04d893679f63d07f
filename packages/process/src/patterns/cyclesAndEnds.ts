import { finish } from "../simulate/aCase.ts";
import { ann, split, work, type Pattern, type Refused } from "../simulate/aPattern.ts";
import { timerOf } from "../simulate/aProcess.ts";

const inBoth = { en: "it", zh: "它" };

const choices = (...keys: readonly string[]): typeof ann =>
  ({ ...ann, outcomes: keys.map((key) => ({ key, name: inBoth })) }) as typeof ann;

/** A circle of two tasks, entered at either, left from either. */
const twoWaysInAndOut = {
  ...work(
    {
      d: { kind: "branch" as const },
      a: choices("on", "out"),
      b: choices("on", "again"),
      x: ann,
      y: ann,
    },
    [
      ["d", "a", "when record.total > 5"],
      ["d", "b", "default"],
      ["a", "b", "outcome on"],
      ["a", "x", "outcome out"],
      ["b", "a", "outcome again*3"],
      ["b", "y", "outcome on"],
    ],
  ),
};
twoWaysInAndOut.stages = { work: { ...twoWaysInAndOut.stages["work"], entry: "d" } };

/** What the catalogue asks for, played. */
export const cyclesAndEnds: readonly Pattern[] = [
  {
    name: "WCP-10 arbitrary cycle: entered in its middle, left by a way of its own",
    draft: twoWaysInAndOut,
    record: { total: "1" },
    play: (it) => (finish(it, "b", "again"), finish(it, "a", "on"), finish(it, "b", "on")),
    open: ["y"],
  },
  {
    name: "WCP-10 arbitrary cycle: entered at its head, left by the other way",
    draft: twoWaysInAndOut,
    record: { total: "9" },
    play: (it) => (finish(it, "a", "on"), finish(it, "b", "again"), finish(it, "a", "out")),
    open: ["x"],
  },
  {
    name: "WCP-10 arbitrary cycle: a simple one",
    draft: work(
      {
        a: {
          ...ann,
          kind: "task",
          outcomes: [
            { key: "again", name: inBoth },
            { key: "on", name: inBoth },
          ],
        } as typeof ann,
        b: ann,
        z: ann,
      },
      [
        ["a", "b", "outcome on"],
        ["a", "z", "outcome again"],
        ["z", "a", "*2"],
      ],
    ),
    play: (it) => (finish(it, "a", "again"), finish(it, "z"), finish(it, "a", "on")),
    open: ["b"],
  },
  {
    name: "WCP-11 implicit termination",
    draft: work({ a: split, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    play: (it) => (finish(it, "b"), finish(it, "c")),
    open: ["ended"],
  },
  {
    name: "WCP-11 implicit termination: not while anything is open",
    draft: work({ a: split, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    play: (it) => finish(it, "b"),
    open: ["c"],
  },
  {
    name: "WCP-19 cancel activity: time takes the task away",
    draft: work(
      { a: { ...ann, sla: { due: { amount: 1, unit: "day", calendar: "elapsed" } } } as typeof ann, z: ann },
      [["a", "z", "timeout"]],
    ),
    play: (it) => it.skipTo("2027-01-02T00:00:00.000Z"),
    open: ["z"],
  },
  {
    name: "WCP-20 cancel case",
    draft: work({ a: split, b: ann, c: timerOf(9) }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    play: (it) =>
      it.send(
        { type: "intervene", act: { do: "cancel" }, reason: "not wanted" },
        { kind: "person", personId: "admin" },
      ),
    open: ["ended"],
  },
];

/** Drawings that are refused at publish, with the reason; and neighbours that are not. */
export const cyclesAndEndsRefused: readonly Refused[] = [
  {
    name: "WCP-10 a circle without bound is refused",
    draft: work({ a: ann, b: ann, z: ann }, [
      ["a", "b"],
      ["b", "a", "outcome again"],
      ["b", "z"],
    ]),
    code: "WAY_BACK_UNBOUNDED",
  },
];
