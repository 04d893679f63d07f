import type { StoryInput } from "@sluice/process";
import { heads, mondayAtNine, people } from "../stories/aFirm.ts";

const given: StoryInput["given"] = {
  by: "rep",
  at: mondayAtNine,
  people,
  heads,
  ownerId: "rep",
  expect: [{ see: "asked", at: "decide", who: ["head"] }],
};

/** How the cost rule is let go for one quote, and how it is not. */
export const costOverrideStories: readonly StoryInput[] = [
  {
    id: "overridden",
    name: { en: "A general manager lets the quote go, and says why", zh: "总经理批准豁免并说明理由" },
    given,
    steps: [
      {
        when: { do: "act", by: "head", at: "decide", act: { do: "approve" } },
        expect: [{ see: "refused", problem: "COMMENT_REQUIRED" }],
      },
      {
        when: { do: "act", by: "head", at: "decide", act: { do: "approve" }, comment: "A key customer" },
        expect: [
          { see: "ended", outcome: "done" },
          { see: "field", path: "costOverriddenBy", value: "head" },
        ],
      },
    ],
  },
  {
    id: "refused",
    name: { en: "A general manager refuses", zh: "总经理拒绝豁免" },
    given,
    steps: [
      {
        when: { do: "act", by: "head", at: "decide", act: { do: "reject" }, comment: "Cost it first" },
        expect: [{ see: "ended", outcome: "void" }],
      },
    ],
  },
  {
    id: "nobodyElse",
    name: { en: "Nobody lets their own quote go", zh: "任何人不得豁免自己的报价" },
    given: { ...given, by: "head", expect: [{ see: "refused", problem: "NOBODY_FOUND" }] },
  },
];
