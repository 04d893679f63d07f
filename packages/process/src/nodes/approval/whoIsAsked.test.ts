import { describe, expect, it } from "vitest";
import type { PeopleTable } from "../../definition/people.ts";
import type { TaskAct } from "../../kernel/event.ts";
import { aFirm, incidentsOf, openAt, refusedWith, standingAt } from "../../simulate/aCase.ts";
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

  it.each<{ name: string; hit: "F" | "C"; total: string; open: string[] }>([
    { name: "just below the first row", hit: "F", total: "9.99", open: ["a: ann"] },
    { name: "on the first row's border", hit: "F", total: "10", open: ["a: bob"] },
    { name: "first of two rows", hit: "F", total: "20", open: ["a: bob"] },
    { name: "everybody of two rows", hit: "C", total: "20", open: ["a: bob", "a: cat"] },
    { name: "everybody of one row", hit: "C", total: "19.99", open: ["a: bob"] },
  ])("by a table, $name", ({ hit, total, open }) => {
    const table: PeopleTable = {
      hit,
      inputs: [{ expression: "record.total" }],
      rules: [
        { tests: [">= 10"], who: [{ by: "role", role: "bob" }] },
        { tests: [">= 20"], who: [{ by: "expression", expression: "'cat'" }] },
        { tests: ["< 10"], who: [{ by: "role", role: "ann" }] },
      ],
    };
    expect(openAt(anApproval([], { who: [{ by: "table", table }] }, { record: { total } }))).toEqual(open);
  });

  it.each([
    { name: "the territory's", post: undefined, territory: "north", open: ["a: bob", "a: cat"] },
    { name: "those of one post", post: "lead", territory: "north", open: ["a: cat"] },
    { name: "nobody of another territory", post: "lead", territory: "south", open: [] },
  ])("by territory: $name", ({ post, territory, open }) => {
    const people = aFirm.map((person) => {
      if (person.id === "bob") return { ...person, territories: ["north", "south"] };
      return person.id === "cat" ? { ...person, territories: ["north"], post: "lead" } : person;
    });
    const who = [{ by: "territory" as const, path: "territory", post }];
    const world = { people, record: { territory } };

    expect(openAt(anApproval([], { who, onEmpty: { do: "incident" } }, world))).toEqual(open);
  });

  it.each([
    { name: "pass", onEmpty: { do: "pass" as const }, outcome: "won", refused: [] },
    { name: "refuse", onEmpty: { do: "refuse" as const }, outcome: "open", refused: ["NOBODY_FOUND"] },
  ])("nobody: $name", ({ onEmpty, outcome, refused }) => {
    const simulation = anApproval(["none"], { onEmpty });

    expect([cameTo(simulation), refusedWith(simulation)]).toEqual([outcome, refused]);
  });

  it("nobody: an incident stands at the step, and a retry asks whoever is there by then", () => {
    const simulation = anApproval(["none"], { onEmpty: { do: "incident" } });
    expect([standingAt(simulation), incidentsOf(simulation), openAt(simulation)]).toEqual([
      ["a"],
      ["NOBODY_FOUND"],
      [],
    ]);

    const people = aFirm.map((person) => (person.id === "cat" ? { ...person, roles: ["none"] } : person));
    simulation.world = { ...simulation.world, people };
    simulation.send(
      { type: "intervene", act: { do: "retry", incident: simulation.state.incidents[0]?.id ?? "" }, reason: "found" },
      { kind: "person", personId: "admin" },
    );

    expect([openAt(simulation), incidentsOf(simulation)]).toEqual([["a: cat"], []]);
  });

  it.each<{ name: string; act: TaskAct; open: string[] }>([
    { name: "transfer", act: { do: "transfer", to: "bob" }, open: ["a: cat"] },
    { name: "delegate", act: { do: "delegate", to: "bob" }, open: ["a: cat"] },
    { name: "added signer", act: { do: "addSigner", personIds: ["bob"], place: "beside" }, open: ["a: ann", "a: cat"] },
  ])("who stands in is asked for one who is away: $name", ({ act, open }) => {
    const people = aFirm.map((person) => (person.id === "bob" ? { ...person, deputyId: "cat" } : person));
    const simulation = anApproval(["ann"], {}, { people });

    say(simulation, [["ann", act]]);

    expect(openAt(simulation)).toEqual(open);
    expect([...simulation.tasks.values()].at(-1)?.standsFor).toEqual({ cat: "bob" });
  });

  it("noSelfEver forbids the initiator as who stands in", () => {
    const people = aFirm.map((person) => (person.id === "bob" ? { ...person, deputyId: "ini" } : person));
    const simulation = anApproval(["ann"], { noSelfEver: true }, { people });

    say(simulation, [["ann", { do: "transfer", to: "bob" }]]);

    expect(refusedWith(simulation)).toEqual(["SELF_APPROVAL"]);
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
