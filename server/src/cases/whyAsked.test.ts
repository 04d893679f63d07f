import { factKeyOf, storedEvent, type DirectPeopleRule, type Happening } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { namedByActs, whyAsked } from "./whyAsked.ts";

const manager: DirectPeopleRule = { by: "manager", level: 1, of: "initiator" };
const finance: DirectPeopleRule = { by: "role", role: "finance" };
const found = (rule: DirectPeopleRule, ...people: readonly { personId: string; standsFor?: string }[]) => ({
  [factKeyOf({ fact: "people", rules: [rule], previous: [], picked: [] })]: people,
});
const anEvent = (seq: number, happening: Happening, used: object = {}) => ({
  seq,
  at: "2026-11-26T02:00:00.000Z",
  actor: { kind: "person", personId: "mei" },
  event: storedEvent(happening),
  used,
});
const acted = (task: string, act: Extract<Happening, { type: "task" }>["act"]): Happening => ({
  type: "task",
  task,
  act,
  comment: null,
  attachments: [],
  signature: null,
  form: {},
});
const task = { key: "2.1", opened_seq: 2, people: ["wang"], stands_for: {} };
const start: Happening = { type: "start", variables: {} };
const nameOf = (id: string | null) => (id === null ? null : { id, name: id.toUpperCase() });

describe("whyAsked", () => {
  it.each([
    {
      name: "tells the rule that found whoever is asked, not those that found others",
      given: {
        task,
        events: [
          anEvent(2, start, { ...found(manager, { personId: "wang" }), ...found(finance, { personId: "zhao" }) }),
        ],
      },
      expected: { rules: [manager], standsFor: [], handed: [] },
    },
    {
      name: "looks only at the step that opened the work",
      given: { task, events: [anEvent(1, start, found(finance, { personId: "wang" }))] },
      expected: { rules: [], standsFor: [], handed: [] },
    },
    {
      name: "tells for whom a deputy stands",
      given: {
        task: { ...task, people: ["gao"], stands_for: { gao: "wang" } },
        events: [anEvent(2, start, found(manager, { personId: "gao", standsFor: "wang" }))],
      },
      expected: { rules: [manager], standsFor: [{ name: "GAO", for: "WANG" }], handed: [] },
    },
    {
      name: "tells who handed it on, and nothing of other work",
      given: {
        task,
        events: [
          anEvent(3, acted("2.1", { do: "delegate", to: "gao" })),
          anEvent(4, acted("2.2", { do: "transfer", to: "li" })),
          anEvent(5, acted("2.1", { do: "urge" })),
          anEvent(6, { type: "intervene", act: { do: "reassign", task: "2.1", to: "tom" }, reason: "away" }),
        ],
      },
      expected: {
        rules: [],
        standsFor: [],
        handed: [
          { how: "delegate", at: "2026-11-26T02:00:00.000Z", by: "MEI", to: ["GAO"] },
          { how: "reassign", at: "2026-11-26T02:00:00.000Z", by: "MEI", to: ["TOM"] },
        ],
      },
    },
  ])("$name", ({ given, expected }) => {
    expect(whyAsked(given.task, { tasks: [given.task], events: given.events, nameOf })).toEqual(expected);
  });

  it("goes back over the work that was handed on to whoever had it first, and by which rule", () => {
    const events = [
      anEvent(2, start, found(manager, { personId: "wang" })),
      anEvent(3, acted("2.1", { do: "transfer", to: "gao" })),
      anEvent(4, { type: "intervene", act: { do: "reassign", task: "3.1", to: "li" }, reason: "away" }),
      anEvent(5, acted("2.1", { do: "urge" })),
    ];
    const second = { key: "3.1", opened_seq: 3, people: ["tom"], stands_for: { tom: "gao" } };
    const third = { key: "4.1", opened_seq: 4, people: ["li"], stands_for: {} };
    const tasks = [task, second, third];
    const [toGao, toLi] = [
      { how: "transfer", at: "2026-11-26T02:00:00.000Z", by: "MEI", to: ["GAO"] },
      { how: "reassign", at: "2026-11-26T02:00:00.000Z", by: "MEI", to: ["LI"] },
    ];
    expect(whyAsked(third, { tasks, events, nameOf })).toEqual({
      rules: [manager],
      standsFor: [],
      handed: [toGao, toLi],
    });
    expect(whyAsked(second, { tasks, events, nameOf })).toMatchObject({
      rules: [manager],
      standsFor: [{ name: "TOM", for: "GAO" }],
      handed: [toGao, toLi],
    });
    expect(whyAsked(task, { tasks, events, nameOf })).toMatchObject({ rules: [manager], handed: [toGao] });
  });
});

describe("namedByActs", () => {
  it.each<{ name: string; happening: Happening; people: readonly string[] }>([
    { name: "whom work was handed to", happening: acted("2.1", { do: "transfer", to: "li" }), people: ["li"] },
    { name: "no step that it was sent back to", happening: acted("2.1", { do: "sendBack", to: "draft" }), people: [] },
    {
      name: "no step that an admin moved the case to",
      happening: { type: "intervene", act: { do: "jump", to: "over" }, reason: "by phone" },
      people: [],
    },
  ])("names $name", ({ happening, people }) => {
    expect(namedByActs([], [anEvent(2, happening)])).toEqual(people);
  });
});
