import { describe, expect, it } from "vitest";
import { actsOf } from "./actsOf.ts";

const mine = { kind: "task", isOpen: true, people: ["ann"], assigneeId: "ann", readerId: "ann" };

describe("actsOf", () => {
  it.each([
    { name: "offers nothing on a closed task", given: { ...mine, isOpen: false }, acts: [] },
    {
      name: "offers the owner of a task its verbs",
      given: mine,
      acts: ["complete", "transfer", "consult", "comment", "copy"],
    },
    {
      name: "offers one of several to claim it",
      given: { ...mine, people: ["ann", "bob"], assigneeId: null },
      acts: ["claim", "complete", "transfer", "consult", "comment", "copy"],
    },
    {
      name: "offers the one who claimed it to let it go",
      given: { ...mine, people: ["ann", "bob"] },
      acts: ["release", "complete", "transfer", "consult", "comment", "copy"],
    },
    {
      name: "offers others only to urge and to remark",
      given: { ...mine, readerId: "cat" },
      acts: ["urge", "comment"],
    },
    {
      name: "offers nobody to claim what someone has claimed",
      given: { ...mine, people: ["ann", "bob"], readerId: "bob" },
      acts: ["urge", "comment"],
    },
    {
      name: "offers an approver the approval's verbs",
      given: { ...mine, kind: "approval" },
      acts: ["approve", "reject", "sendBack", "addSigner", "transfer", "delegate", "consult", "comment", "copy"],
    },
    { name: "lets a copy only be read and put away", given: { ...mine, kind: "copy" }, acts: ["complete"] },
  ])("$name", ({ given, acts }) => {
    expect(actsOf(given)).toEqual(acts);
  });
});
