import { describe, expect, it } from "vitest";
import { openAt, refusedWith } from "../../simulate/aCase.ts";
import { anApproval, cameTo, say, type Verb } from "../../simulate/anApproval.ts";

const approve = "approve" as const;

describe("handing an approval to others", () => {
  it.each<Verb>([
    {
      name: "delegate: the matter comes back for the verdict",
      who: ["ann"],
      settings: {},
      said: [
        ["ann", { do: "delegate", to: "dan" }],
        ["dan", approve],
      ],
      open: ["a: ann"],
    },
    {
      name: "delegate: not to oneself",
      who: ["ann"],
      settings: {},
      said: [["ann", { do: "delegate", to: "ann" }]],
      open: ["a: ann"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "transfer: the verdict is theirs",
      who: ["ann"],
      settings: {},
      said: [
        ["ann", { do: "transfer", to: "dan" }],
        ["dan", approve],
      ],
      open: [],
      outcome: "won",
    },
    {
      name: "transfer: not to someone who has a voice",
      who: ["ann", "bob"],
      settings: { mode: { by: "quorum", count: 2 } },
      said: [["ann", { do: "transfer", to: "bob" }]],
      open: ["a: ann", "a: bob"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "transfer: not to a ghost",
      who: ["ann"],
      settings: {},
      said: [["ann", { do: "transfer", to: "ghost" }]],
      open: ["a: ann"],
      refused: ["PERSON_INACTIVE"],
    },
    {
      name: "add before: the adder waits",
      who: ["ann"],
      settings: {},
      said: [["ann", { do: "addSigner", personIds: ["dan"], place: "before" }]],
      open: ["a: dan"],
    },
    {
      name: "add before: then the adder",
      who: ["ann"],
      settings: {},
      said: [
        ["ann", { do: "addSigner", personIds: ["dan"], place: "before" }],
        ["dan", approve],
      ],
      open: ["a: ann"],
    },
    {
      name: "add after: only when the adder has agreed",
      who: ["ann"],
      settings: {},
      said: [["ann", { do: "addSigner", personIds: ["dan"], place: "after" }]],
      open: ["a: ann"],
    },
    {
      name: "add after, in turn: before the next",
      who: ["ann", "bob"],
      settings: { mode: { by: "sequential" } },
      said: [
        ["ann", { do: "addSigner", personIds: ["dan"], place: "after" }],
        ["ann", approve],
      ],
      open: ["a: dan"],
    },
    {
      name: "add beside: must agree besides",
      who: ["ann"],
      settings: { mode: { by: "any" } },
      said: [
        ["ann", { do: "addSigner", personIds: ["dan", "dan"], place: "beside" }],
        ["ann", approve],
      ],
      open: ["a: dan"],
    },
    {
      name: "add: not who is asked already",
      who: ["ann", "bob"],
      settings: {},
      said: [["ann", { do: "addSigner", personIds: ["bob"], place: "beside" }]],
      open: ["a: ann", "a: bob"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
    {
      name: "remove: whom one has added",
      who: ["ann"],
      settings: {},
      said: [
        ["ann", { do: "addSigner", personIds: ["dan"], place: "before" }],
        ["ann", { do: "removeSigner", personId: "dan" }],
      ],
      open: ["a: ann"],
    },
    {
      name: "remove: nobody else's",
      who: ["ann", "bob"],
      settings: {},
      said: [
        ["ann", { do: "addSigner", personIds: ["dan"], place: "beside" }],
        ["bob", { do: "removeSigner", personId: "dan" }],
      ],
      open: ["a: ann", "a: bob", "a: dan"],
      refused: ["VERB_NOT_AVAILABLE"],
    },
  ])("$name", ({ who, settings, said, open, refused = [], outcome = "open" }) => {
    const simulation = anApproval(who, settings);

    say(simulation, said);

    expect([openAt(simulation), refusedWith(simulation), cameTo(simulation)]).toEqual([open, refused, outcome]);
  });
});
