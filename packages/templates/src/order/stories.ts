import type { StoryInput } from "@sluice/process";
import { heads, mondayAtNine, people } from "../stories/aFirm.ts";

const given: StoryInput["given"] = {
  by: "rep",
  at: mondayAtNine,
  people,
  heads,
  ownerId: "rep",
  expect: [
    { see: "stage", stage: "open" },
    { see: "milestone", milestone: "order.created" },
  ],
};

/** How an order ends. */
export const orderStories: readonly StoryInput[] = [
  {
    id: "done",
    name: { en: "An order is done", zh: "订单完成" },
    given,
    steps: [{ when: { do: "move", by: "boss", move: "finish" }, expect: [{ see: "ended", outcome: "done" }] }],
  },
  {
    id: "annulled",
    name: { en: "An order is annulled by a manager, with a reason", zh: "订单由经理作废，须填写理由" },
    given,
    steps: [
      {
        when: { do: "move", by: "rep", move: "annul", reason: "The customer is insolvent" },
        expect: [{ see: "refused", problem: "NOT_ALLOWED" }],
      },
      { when: { do: "move", by: "boss", move: "annul" }, expect: [{ see: "refused", problem: "REASON_REQUIRED" }] },
      {
        when: { do: "move", by: "boss", move: "annul", reason: "The customer is insolvent" },
        expect: [{ see: "ended", outcome: "void" }],
      },
    ],
  },
];
