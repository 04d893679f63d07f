import { processDefinitionSchema } from "@sluice/process";
import { templateOf } from "@sluice/templates";
import { describe, expect, it } from "vitest";
import { evidenceNeed, takesSignature } from "./evidenceNeed.ts";

const shipped = templateOf("quote");
const signed = processDefinitionSchema.parse({
  ...shipped,
  nodes: shipped.nodes.map((node) =>
    node.id === "financeApproval" ? { ...node, signature: { approve: true }, attachment: { reject: true } } : node,
  ),
});

describe("evidenceNeed", () => {
  it.each([
    { node: "financeApproval", act: "approve", need: { attachment: false, signature: true } },
    { node: "financeApproval", act: "reject", need: { attachment: true, signature: false } },
    { node: "financeApproval", act: "transfer", need: { attachment: false, signature: false } },
    { node: "managerApproval", act: "approve", need: { attachment: false, signature: false } },
    { node: "nowhere", act: "approve", need: { attachment: false, signature: false } },
  ])("says what $act at $node must come with", ({ node, act, need }) => {
    expect(evidenceNeed(signed, node, act)).toEqual(need);
  });

  it("asks for a signature only where a verdict is signed", () => {
    expect([takesSignature(signed, "financeApproval"), takesSignature(signed, "managerApproval")]).toEqual([
      true,
      false,
    ]);
  });
});
