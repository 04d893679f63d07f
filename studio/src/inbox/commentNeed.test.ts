import { processDefinitionSchema } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { commentNeed } from "./commentNeed.ts";

const name = { en: "Step", zh: "步骤" };
const definition = processDefinitionSchema.parse({
  format: 2,
  key: "quote",
  name,
  kind: "lifeCycle",
  recordType: "quote",
  nodes: [
    { id: "s1", name, kind: "stage", key: "draft", order: 0 },
    {
      id: "a1",
      name,
      kind: "approval",
      stage: "s1",
      who: [{ by: "role", role: "salesManager" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
    },
    { id: "t1", name, kind: "task", stage: "s1", who: [{ by: "role", role: "rep" }], comment: "none" },
  ],
  edges: [],
});

describe("commentNeed", () => {
  it.each([
    { node: "a1", act: "approve", need: "optional" },
    { node: "a1", act: "reject", need: "required" },
    { node: "a1", act: "sendBack", need: "required" },
    { node: "a1", act: "transfer", need: "optional" },
    { node: "t1", act: "complete", need: "none" },
    { node: "gone", act: "approve", need: "optional" },
  ])("$act at $node is $need", ({ node, act, need }) => {
    expect(commentNeed(definition, node, act)).toBe(need);
  });

  it("is optional while the process is not known", () => {
    expect(commentNeed(null, "a1", "reject")).toBe("optional");
  });
});
