import { describe, expect, it } from "vitest";
import { aCase, finish, openAt } from "../../simulate/aCase.ts";
import { say } from "../../simulate/anApproval.ts";
import { aProcess, approvalOf, taskOf } from "../../simulate/aProcess.ts";

const approve = "approve" as const;

describe("repeats", () => {
  it.each<{
    name: string;
    dedup: "none" | "once" | "consecutive";
    watched: [string[], string[]];
    change: string | null;
    open: string[];
  }>([
    {
      name: "none: asked again",
      dedup: "none",
      watched: [["total"], ["total"]],
      change: null,
      open: ["a: ann", "a: bob"],
    },
    { name: "once: not asked again", dedup: "once", watched: [["total"], ["total"]], change: null, open: ["a: bob"] },
    {
      name: "consecutive: not asked again right after",
      dedup: "consecutive",
      watched: [["total"], ["total"]],
      change: null,
      open: ["a: bob"],
    },
    {
      name: "never across a change of what this step watches",
      dedup: "once",
      watched: [["total"], ["total"]],
      change: "2",
      open: ["a: ann", "a: bob"],
    },
    {
      name: "never across a change of what the other step watched",
      dedup: "once",
      watched: [["total"], []],
      change: "2",
      open: ["a: ann", "a: bob"],
    },
    {
      name: "nothing is known of what the other step did not watch",
      dedup: "once",
      watched: [[], ["total"]],
      change: null,
      open: ["a: ann", "a: bob"],
    },
  ])("$name", ({ dedup, watched, change, open }) => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            entry: "f",
            steps: {
              f: approvalOf(["ann"], { watchedFields: watched[0] }),
              t: taskOf("dan"),
              a: approvalOf(["ann", "bob"], { dedup, watchedFields: watched[1] }),
            },
          },
        },
        wires: [
          ["start", "work"],
          ["f", "t", "outcome approved"],
          ["t", "a"],
        ],
      }),
      { record: { total: "1" } },
    );
    say(simulation, [["ann", approve]], "f");
    if (change !== null) simulation.change({ total: change });

    finish(simulation, "t");

    expect(openAt(simulation)).toEqual(open);
  });

  it.each<{ name: string; watched: string[]; open: string[] }>([
    { name: "asked again where nothing was watched", watched: [], open: ["f: ann"] },
    { name: "not asked again where what was watched still stands", watched: ["total"], open: ["a: bob"] },
  ])("after the matter was sent back: $name", ({ watched, open }) => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            entry: "f",
            steps: {
              f: approvalOf(["ann"], { dedup: "once", watchedFields: watched }),
              a: approvalOf(["bob"], { watchedFields: watched, sendBack: { to: "previous", then: "rerun" } }),
            },
          },
        },
        wires: [
          ["start", "work"],
          ["f", "a", "outcome approved"],
        ],
      }),
      { record: { total: "1" } },
    );
    say(simulation, [["ann", approve]], "f");

    say(simulation, [["bob", "sendBack"]], "a");

    expect(openAt(simulation)).toEqual(open);
  });
});
