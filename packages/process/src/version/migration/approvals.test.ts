import { describe, expect, it } from "vitest";
import { work } from "../../simulate/aPattern.ts";
import { approvalOf } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";
import { openAfter, takenOver, type TakeOver } from "../../simulate/takenOver.ts";

type Settings = Parameters<typeof approvalOf>[1];

const asking = (people: readonly string[], settings: Settings = {}) =>
  work({ a: approvalOf(people, settings), b: approvalOf(["eve"]) }, [
    ["a", "b", "outcome approved"],
    ["a", "work", "outcome rejected"],
  ]);

const agreedBy =
  (...people: readonly string[]) =>
  (simulation: Simulation): void => {
    for (const person of people) simulation.act(person, "a", { do: "approve" });
  };

const all = asking(["ann", "bob"]);

interface Row extends TakeOver {
  readonly name: string;
  readonly gives: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "asks on as before where the rule is the same",
    from: all,
    to: all,
    play: agreedBy("ann"),
    gives: ["a: bob"],
  },
  {
    name: "keeps a vote and asks the new one besides",
    from: all,
    to: asking(["ann", "bob", "cat"]),
    play: agreedBy("ann"),
    gives: ["a: bob", "a: cat"],
  },
  {
    name: "lets go whom the new rule does not ask",
    from: asking(["ann", "bob", "cat"]),
    to: all,
    play: agreedBy("ann"),
    gives: ["a: bob"],
  },
  {
    name: "counts a vote of somebody whom the new rule does not ask",
    from: all,
    to: asking(["bob", "cat"], { mode: { by: "quorum", count: 2 } }),
    play: agreedBy("ann"),
    gives: ["a: bob", "a: cat"],
  },
  {
    name: "is decided when the new rule is content with the votes that are in",
    from: all,
    to: asking(["ann", "bob"], { mode: { by: "any" } }),
    play: agreedBy("ann"),
    gives: ["b: eve"],
  },
  {
    name: "… and is not when no vote is in",
    from: all,
    to: asking(["ann", "bob"], { mode: { by: "any" } }),
    gives: ["a: ann", "a: bob"],
  },
  {
    name: "is decided when the last whom it waited for is not asked any more",
    from: all,
    to: asking(["ann"]),
    play: agreedBy("ann"),
    gives: ["b: eve"],
  },
  {
    name: "asks one after the other from now on, after those who are asked already",
    from: all,
    to: asking(["ann", "bob", "cat"], { mode: { by: "sequential" } }),
    gives: ["a: ann", "a: bob"],
  },
  {
    name: "refuses when the new rule needs more than it finds",
    from: all,
    to: asking(["ann", "bob"], { mode: { by: "quorum", count: 3 } }),
    gives: ["NOBODY_FOUND"],
  },
  {
    name: "… and not when it finds just enough",
    from: all,
    to: asking(["ann", "bob"], { mode: { by: "quorum", count: 2 } }),
    gives: ["a: ann", "a: bob"],
  },
  {
    name: "refuses when the new rule finds nobody, rather than pass",
    from: all,
    to: asking(["ghost"]),
    gives: ["NOBODY_FOUND"],
  },
  {
    name: "leaves a matter that is being revised with whoever revises it",
    from: asking(["ann", "bob"], { sendBack: { to: "initiator" } }),
    to: asking(["cat"], { sendBack: { to: "initiator" } }),
    play: (simulation) => simulation.act("ann", "a", { do: "sendBack" }, "why"),
    gives: ["a: ini"],
  },
];

describe("an approval with some votes in", () => {
  it.each(rows)("$name", ({ gives, ...it }) => expect(openAfter(it)).toEqual(gives));

  it.each([
    { name: "is locked when the step locks it now", before: false, after: true, gives: [true] },
    { name: "is freed when the step locks it no more", before: true, after: false, gives: [true, false] },
    { name: "stays locked, and is not locked twice", before: true, after: true, gives: [true] },
  ])("whose record $name", ({ before, after, gives }) => {
    const { writes } = takenOver({
      from: asking(["ann", "bob"], { lockRecord: before }),
      to: asking(["ann", "bob"], { lockRecord: after }),
    });
    expect(writes.flatMap((write) => (write.write === "lockRecord" ? [write.locked] : []))).toEqual(gives);
  });
});
