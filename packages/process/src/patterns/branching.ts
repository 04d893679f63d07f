import { finish } from "../simulate/aCase.ts";
import { ann, join, split, work, type Pattern, type Refused } from "../simulate/aPattern.ts";
import { type WireDraft } from "../simulate/aProcess.ts";

const threeWays: readonly WireDraft[] = [
  ["a", "b"],
  ["a", "c"],
  ["a", "d"],
  ["b", "j"],
  ["c", "j"],
  ["d", "j"],
  ["j", "z"],
];
const oneOfThree = (
  wait: { for: "first" } | { for: "count"; count: number; rest?: "goOn" | "cancel" } | { for: "all" },
) => work({ a: split, b: ann, c: ann, d: ann, j: { kind: "join", wait }, z: ann }, threeWays);

/** What the catalogue asks for, played. */
export const branching: readonly Pattern[] = [
  { name: "WCP-1 sequence", draft: work({ a: ann, b: ann }, [["a", "b"]]), play: (it) => finish(it, "a"), open: ["b"] },
  {
    name: "WCP-2 parallel split",
    draft: work({ a: split, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    open: ["b", "c"],
  },
  {
    name: "WCP-3 synchronisation: not before both",
    draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [
      ["a", "b"],
      ["a", "c"],
      ["b", "j"],
      ["c", "j"],
      ["j", "z"],
    ]),
    play: (it) => finish(it, "b"),
    open: ["c"],
  },
  {
    name: "WCP-3 synchronisation: once after both",
    draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [
      ["a", "b"],
      ["a", "c"],
      ["b", "j"],
      ["c", "j"],
      ["j", "z"],
    ]),
    play: (it) => (finish(it, "c"), finish(it, "b")),
    open: ["z"],
  },
  {
    name: "WCP-4 exclusive choice",
    draft: work({ a: { kind: "branch" }, b: ann, c: ann }, [
      ["a", "b", "when record.total > 100"],
      ["a", "c", "default"],
    ]),
    record: { total: "100.01" },
    open: ["b"],
  },
  {
    name: "WCP-4 exclusive choice, at the limit",
    draft: work({ a: { kind: "branch" }, b: ann, c: ann }, [
      ["a", "b", "when record.total > 100"],
      ["a", "c", "default"],
    ]),
    record: { total: "100.00" },
    open: ["c"],
  },
  {
    name: "WCP-5 simple merge",
    draft: work({ a: { kind: "branch" }, b: ann, c: ann, z: ann }, [
      ["a", "b", "when record.total > 100"],
      ["a", "c", "default"],
      ["b", "z"],
      ["c", "z"],
    ]),
    record: { total: "1" },
    play: (it) => finish(it, "c"),
    open: ["z"],
  },
  {
    name: "WCP-6 multi-choice: both",
    draft: work({ a: split, b: ann, c: ann, d: ann }, [
      ["a", "d", "default"],
      ["a", "b", "when record.total > 1"],
      ["a", "c", "when record.total > 2"],
    ]),
    record: { total: "3" },
    open: ["b", "c"],
  },
  {
    name: "WCP-6 multi-choice: one",
    draft: work({ a: split, b: ann, c: ann, d: ann }, [
      ["a", "d", "default"],
      ["a", "b", "when record.total > 1"],
      ["a", "c", "when record.total > 2"],
    ]),
    record: { total: "2" },
    open: ["b"],
  },
  {
    name: "WCP-7 structured synchronising merge: waits only for what was chosen",
    draft: work({ a: split, b: ann, c: ann, d: ann, j: join, z: ann }, [
      ["a", "d", "default"],
      ["d", "j"],
      ["a", "b", "when record.total > 1"],
      ["a", "c", "when record.total > 2"],
      ["b", "j"],
      ["c", "j"],
      ["j", "z"],
    ]),
    record: { total: "2" },
    play: (it) => finish(it, "b"),
    open: ["z"],
  },
  {
    name: "WCP-9 structured discriminator: the first goes on, the rest runs",
    draft: oneOfThree({ for: "count", count: 1 }),
    play: (it) => finish(it, "c"),
    open: ["b", "d", "z"],
  },
  {
    name: "WCP-9 structured discriminator: the others come to nothing, whatever has happened meanwhile",
    draft: oneOfThree({ for: "count", count: 1 }),
    play: (it) => (finish(it, "c"), finish(it, "b"), finish(it, "z"), finish(it, "d")),
    open: ["ended"],
  },
  {
    name: "WCP-9 structured discriminator: it is set again once all have come",
    draft: work({ a: split, b: ann, c: ann, j: { kind: "join", wait: { for: "count", count: 1 } }, z: ann, y: ann }, [
      ["a", "b"],
      ["a", "c"],
      ["b", "j"],
      ["c", "j"],
      ["j", "z"],
      ["z", "a", "outcome again*3"],
      ["z", "y"],
    ]),
    play: (it) => (finish(it, "b"), finish(it, "c"), finish(it, "z", "again"), finish(it, "c")),
    open: ["b", "z"],
  },
  {
    name: "beyond the twenty, WCP-29 cancelling discriminator: the rest is cancelled",
    draft: oneOfThree({ for: "first" }),
    play: (it) => finish(it, "c"),
    open: ["z"],
  },
  {
    name: "beyond the twenty, WCP-30 partial join: not before the second",
    draft: oneOfThree({ for: "count", count: 2 }),
    play: (it) => finish(it, "d"),
    open: ["b", "c"],
  },
  {
    name: "beyond the twenty, WCP-30 partial join: with the second, the rest runs",
    draft: oneOfThree({ for: "count", count: 2 }),
    play: (it) => (finish(it, "d"), finish(it, "b")),
    open: ["c", "z"],
  },
  {
    name: "beyond the twenty, WCP-32 cancelling partial join: with the second, the rest is cancelled",
    draft: oneOfThree({ for: "count", count: 2, rest: "cancel" }),
    play: (it) => (finish(it, "d"), finish(it, "b")),
    open: ["z"],
  },
];

/** Drawings that are refused at publish, with the reason; and neighbours that are not. */
export const branchingRefused: readonly Refused[] = [
  {
    name: "WCP-8 multi-merge is refused: the step after it would run twice",
    draft: work({ a: split, b: ann, c: ann, z: ann }, [
      ["a", "b"],
      ["a", "c"],
      ["b", "z"],
      ["c", "z"],
    ]),
    code: "LACK_OF_SYNCHRONISATION",
  },
  {
    name: "its neighbour with a join is not",
    draft: work({ a: split, b: ann, c: ann, j: join, z: ann }, [
      ["a", "b"],
      ["a", "c"],
      ["b", "j"],
      ["c", "j"],
      ["j", "z"],
    ]),
    code: null,
  },
  {
    name: "WCP-2 without a split is refused",
    draft: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    code: "IMPLICIT_SPLIT",
  },
];
