import { expect, it } from "vitest";
import { sharedActs } from "./batchActs.ts";

const approval = { kind: "approval", claimable: false } as const;
const toClaim = { kind: "task", claimable: true } as const;
const copy = { kind: "copy", claimable: false } as const;
const task = { kind: "task", claimable: false } as const;

it.each([
  { name: "approvals are approved together", given: [approval, approval], acts: ["approve"] },
  { name: "what is free is claimed together", given: [toClaim, toClaim], acts: ["claim"] },
  { name: "copies are read together", given: [copy], acts: ["markRead"] },
  { name: "a mixed lot has nothing in common", given: [approval, copy], acts: [] },
  { name: "a task with a form is done alone", given: [task], acts: [] },
  { name: "nothing chosen allows nothing", given: [], acts: [] },
])("$name", ({ given, acts }) => {
  expect(sharedActs(given)).toEqual(acts);
});
