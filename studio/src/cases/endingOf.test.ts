import type { ProcessDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { endingOf } from "./endingOf.ts";

const accepted = { en: "Accepted", zh: "已接受" };
const tooLate = { en: "Came too late", zh: "来不及" };
const nodes = [
  { id: "draft", kind: "stage", key: "draft", order: 1, name: { en: "Draft", zh: "草稿" } },
  { id: "accepted", kind: "stage", key: "accepted", order: 2, name: accepted, final: "won" },
  { id: "late", kind: "end", stage: "draft", name: tooLate, outcome: "tooLate" },
] as unknown as ProcessDefinition["nodes"];

describe("endingOf", () => {
  it.each([
    { name: "the final stage's name", given: { outcome: "won", stageKey: "accepted" }, says: [accepted, "won", "ok"] },
    { name: "the end's name", given: { outcome: "tooLate", stageKey: "draft" }, says: [tooLate, null, "plain"] },
    {
      name: "a general word where it was cancelled in a stage",
      given: { outcome: "cancelled", stageKey: "draft" },
      says: [null, "cancelled", "plain"],
    },
    {
      name: "a general word where it was cancelled in a final stage",
      given: { outcome: "cancelled", stageKey: "accepted" },
      says: [null, "cancelled", "plain"],
    },
    { name: "a failure as one", given: { outcome: "error", stageKey: null }, says: [null, "error", "error"] },
    {
      name: "nothing for an outcome nobody named",
      given: { outcome: "x", stageKey: null },
      says: [null, null, "plain"],
    },
  ])("calls it by $name", ({ given, says }) => {
    const { name, word, tone } = endingOf({ nodes }, given);

    expect([name, word, tone]).toEqual(says);
  });
});
