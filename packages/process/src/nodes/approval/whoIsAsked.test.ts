import { describe, expect, it } from "vitest";
import type { TaskAct } from "../../kernel/event.ts";
import { aFirm, openAt, refusedWith } from "../../simulate/aCase.ts";
import { anApproval, cameTo, say, type Settings } from "../../simulate/anApproval.ts";

describe("who is asked", () => {
  it.each<{ name: string; settings: Settings; who: string[]; open: string[] }>([
    {
      name: "allow: the initiator too",
      settings: { onSelf: "allow" },
      who: ["ini", "bob"],
      open: ["a: ini", "a: bob"],
    },
    { name: "skip: without the initiator", settings: { onSelf: "skip" }, who: ["ini", "bob"], open: ["a: bob"] },
    { name: "manager: theirs instead", settings: { onSelf: "manager" }, who: ["ini"], open: ["a: ann"] },
    { name: "manager: asked already, once", settings: { onSelf: "manager" }, who: ["ini", "ann"], open: ["a: ann"] },
    { name: "department head instead", settings: { onSelf: "departmentHead" }, who: ["ini"], open: ["a: eve"] },
    {
      name: "noSelfEver overrides allow",
      settings: { onSelf: "allow", noSelfEver: true },
      who: ["ini", "bob"],
      open: ["a: bob"],
    },
    { name: "nobody: the admins", settings: { onEmpty: { do: "admin" } }, who: ["none"], open: ["a: admin"] },
  ])("$name", ({ settings, who, open }) => {
    expect(openAt(anApproval(who, settings))).toEqual(open);
  });

  it.each([
    { name: "pass", onEmpty: { do: "pass" as const }, outcome: "won", refused: [] },
    { name: "refuse", onEmpty: { do: "refuse" as const }, outcome: "open", refused: ["NOBODY_FOUND"] },
    { name: "incident", onEmpty: { do: "incident" as const }, outcome: "open", refused: ["NOBODY_FOUND"] },
  ])("nobody: $name", ({ onEmpty, outcome, refused }) => {
    const simulation = anApproval(["none"], { onEmpty });

    expect([cameTo(simulation), refusedWith(simulation)]).toEqual([outcome, refused]);
  });

  it("a deputy who is the initiator is nobody to ask", () => {
    const people = aFirm.map((person) => (person.id === "bob" ? { ...person, deputyId: "ini" } : person));

    expect(openAt(anApproval(["bob"], { onSelf: "manager", noSelfEver: true }, { people }))).toEqual(["a: ann"]);
  });

  it.each<{ name: string; act: TaskAct }>([
    { name: "transfer", act: { do: "transfer", to: "ini" } },
    { name: "delegate", act: { do: "delegate", to: "ini" } },
    { name: "added signer", act: { do: "addSigner", personIds: ["ini"], place: "beside" } },
  ])("noSelfEver forbids the initiator by $name", ({ act }) => {
    const simulation = anApproval(["ann"], { noSelfEver: true });

    say(simulation, [["ann", act]]);

    expect(refusedWith(simulation)).toEqual(["SELF_APPROVAL"]);
  });
});
