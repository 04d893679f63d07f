import { describe, expect, it } from "vitest";
import { refusedWith } from "../../simulate/aCase.ts";
import { anApproval, type Settings } from "../../simulate/anApproval.ts";

type Verdict = "approve" | "reject" | "sendBack";
interface Given {
  readonly comment: string | null;
  readonly attachments?: readonly string[];
  readonly signature?: string;
}
interface Case {
  readonly name: string;
  readonly verdict: Verdict;
  readonly given: Given;
  readonly refused: readonly string[];
}

const needs: Settings = {
  comment: { approve: "optional", reject: "required", sendBack: "required" },
  attachment: { approve: false, reject: true, sendBack: false },
  signature: { approve: true, reject: true, sendBack: false },
  sendBack: { to: "initiator", then: "rerun" },
};

describe("what a verdict must come with", () => {
  it.each<Case>([
    { name: "approve, signed", verdict: "approve", given: { comment: null, signature: "Ann" }, refused: [] },
    { name: "approve, unsigned", verdict: "approve", given: { comment: "yes" }, refused: ["SIGNATURE_REQUIRED"] },
    {
      name: "approve, signed with nothing",
      verdict: "approve",
      given: { comment: null, signature: "  " },
      refused: ["SIGNATURE_REQUIRED"],
    },
    {
      name: "reject, with nothing: all at once",
      verdict: "reject",
      given: { comment: " " },
      refused: ["COMMENT_REQUIRED", "ATTACHMENT_REQUIRED", "SIGNATURE_REQUIRED"],
    },
    {
      name: "reject, with all",
      verdict: "reject",
      given: { comment: "no", attachments: ["f1"], signature: "Ann" },
      refused: [],
    },
    { name: "send back, without", verdict: "sendBack", given: { comment: null }, refused: ["COMMENT_REQUIRED"] },
    { name: "send back, with", verdict: "sendBack", given: { comment: "again" }, refused: [] },
  ])("$name", ({ verdict, given: { comment, ...more }, refused }) => {
    const simulation = anApproval(["ann"], needs);

    simulation.act("ann", "a", { do: verdict }, comment, more);

    expect(refusedWith(simulation)).toEqual(refused);
  });

  it("is kept with the decision", () => {
    const simulation = anApproval(["ann"], needs);

    simulation.act("ann", "a", { do: "reject" }, "no", { attachments: ["f1", "f2"], signature: "Ann" });

    expect(simulation.writes).toContainEqual(
      expect.objectContaining({ write: "decision", verdict: "reject", attachments: ["f1", "f2"], signature: "Ann" }),
    );
  });
});
