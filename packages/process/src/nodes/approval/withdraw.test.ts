import { describe, expect, it } from "vitest";
import { aCase, openAt, refusedWith } from "../../simulate/aCase.ts";
import { anApproval, cameTo, outcomes, results, say, type Verb } from "../../simulate/anApproval.ts";
import { aProcess, approvalOf } from "../../simulate/aProcess.ts";

const approve = "approve" as const;

describe("taking an approval back", () => {
  it.each<Verb>([
    {
      name: "withdraw: by the initiator, at any time",
      who: ["ann", "bob"],
      settings: {},
      said: [
        ["ann", approve],
        ["ini", "withdraw"],
      ],
      open: [],
      outcome: "void",
    },
    {
      name: "withdraw: by nobody else",
      who: ["ann", "bob"],
      settings: {},
      said: [["bob", "withdraw"]],
      open: ["a: ann", "a: bob"],
      refused: ["TASK_NOT_YOURS"],
    },
    {
      name: "withdraw: before the first decision",
      who: ["ann", "bob"],
      settings: { withdraw: "beforeFirstDecision" },
      said: [["ini", "withdraw"]],
      open: [],
      outcome: "void",
    },
    {
      name: "withdraw: not after it",
      who: ["ann", "bob"],
      settings: { withdraw: "beforeFirstDecision" },
      said: [
        ["ann", approve],
        ["ini", "withdraw"],
      ],
      open: ["a: bob"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "withdraw: never",
      who: ["ann"],
      settings: { withdraw: "never" },
      said: [["ini", "withdraw"]],
      open: ["a: ann"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "reclaim: until the next acted",
      who: ["ann", "bob"],
      settings: { mode: { by: "sequential" } },
      said: [
        ["ann", approve],
        ["ann", "reclaim"],
      ],
      open: ["a: ann"],
    },
    {
      name: "reclaim: not after",
      who: ["ann", "bob", "cat"],
      settings: { mode: { by: "sequential" } },
      said: [
        ["ann", approve],
        ["bob", approve],
        ["ann", "reclaim"],
      ],
      open: ["a: cat"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "a verdict is given once",
      who: ["ann", "bob"],
      settings: {},
      said: [
        ["ann", approve],
        ["ann", approve],
      ],
      open: ["a: bob"],
      refused: ["TASK_NOT_YOURS"],
    },
    {
      name: "a comment that is required",
      who: ["ann"],
      settings: { comment: { approve: "required", reject: "required", sendBack: "required" } },
      said: [],
      open: ["a: ann"],
    },
  ])("$name", ({ who, settings, said, open, refused = [], outcome = "open" }) => {
    const simulation = anApproval(who, settings);

    say(simulation, said);

    expect([openAt(simulation), refusedWith(simulation), cameTo(simulation)]).toEqual([open, refused, outcome]);
  });

  it("frees the record when its stage is left, not only when it is decided", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            entry: "a",
            steps: { a: approvalOf(["ann"], { lockRecord: true }) },
            moves: { back: { to: "yes", trigger: { by: "person" } } },
          },
          ...results,
        },
        wires: [["start", "work"], ...outcomes],
      }),
    );
    simulation.move("ini", "back");

    expect(simulation.writes.flatMap((write) => (write.write === "lockRecord" ? [write.locked] : []))).toEqual([
      true,
      false,
    ]);
  });
});
