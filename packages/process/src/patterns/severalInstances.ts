import { ann, work, type Pattern } from "../simulate/aPattern.ts";
import { tell } from "../simulate/running.ts";
import type { Simulation } from "../simulate/simulation.ts";

function endChild(simulation: Simulation, index: number): void {
  const child = simulation.state.waits.filter((wait) => wait.kind === "child")[index];
  simulation.send(
    { type: "childEnded", childKey: child?.id ?? "none", outcome: "done" },
    { kind: "system", name: "inbox" },
  );
}

export const growing = work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']", more: "more" }, z: ann }, [
  ["a", "z"],
]);

/** What the catalogue asks for, played. */
export const severalInstances: readonly Pattern[] = [
  {
    name: "WCP-12 several instances, not waited for",
    draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']", wait: false }, z: ann }, [["a", "z"]]),
    open: ["z"],
  },
  {
    name: "WCP-13 several instances, known when drawn: waits for all",
    draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']" }, z: ann }, [["a", "z"]]),
    play: (it) => endChild(it, 0),
    open: [],
  },
  {
    name: "WCP-13 several instances, known when drawn: goes on after all",
    draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']" }, z: ann }, [["a", "z"]]),
    play: (it) => (endChild(it, 0), endChild(it, 0)),
    open: ["z"],
  },
  {
    name: "WCP-14 several instances, known when entered: waits for all of them",
    draft: work(
      { a: { kind: "subprocess", process: "other", each: "case.openedAt < now ? [] : ['x', 'y', 'z']" }, z: ann },
      [["a", "z"]],
    ),
    play: (it) => (endChild(it, 0), endChild(it, 0)),
    open: [],
  },
  {
    name: "WCP-14 several instances, known when entered: goes on after all",
    draft: work(
      { a: { kind: "subprocess", process: "other", each: "case.openedAt < now ? [] : ['x', 'y', 'z']" }, z: ann },
      [["a", "z"]],
    ),
    play: (it) => (endChild(it, 0), endChild(it, 0), endChild(it, 0)),
    open: ["z"],
  },
  {
    name: "WCP-14 several instances, known when entered: none at all",
    draft: work({ a: { kind: "subprocess", process: "other", each: "vars.list" }, z: ann }, [["a", "z"]], {
      variables: { list: "list" },
    }),
    open: ["z"],
  },
  {
    name: "WCP-15 several instances with no number known beforehand: one more while they run, waited for too",
    draft: growing,
    play: (it) => (endChild(it, 0), tell(it, "more", "m1"), endChild(it, 0)),
    open: [],
  },
  {
    name: "WCP-15 several instances with no number known beforehand: goes on when the last has ended",
    draft: growing,
    play: (it) => (tell(it, "more", "m1"), tell(it, "more", "m2"), [0, 0, 0, 0].forEach((at) => endChild(it, at))),
    open: ["z"],
  },
  {
    name: "WCP-15 several instances with no number known beforehand: none is added afterwards",
    draft: growing,
    play: (it) => (endChild(it, 0), endChild(it, 0), tell(it, "more", "m1")),
    open: ["z"],
  },
];
