import { checkDefinition, processDefinitionSchema } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { elementFix } from "./elementFix.ts";

const quote = aQuoteProcess();
const approval = quote.nodes.find((node) => node.kind === "approval");
const branch = quote.nodes.find((node) => node.kind === "branch");
if (approval === undefined || branch === undefined) throw new Error("the quote has an approval and a branch");

/** The quote with one thing wrong with it. */
const wrong = {
  NO_TIME_LIMIT: {
    ...quote,
    nodes: quote.nodes.map(({ ...node }) => (node.id === approval.id ? { ...node, sla: undefined } : node)),
  },
  NOBODY_MAY_BE_FOUND: {
    ...quote,
    nodes: quote.nodes.map((node) =>
      node.id === approval.id
        ? { ...node, who: [{ by: "manager", level: 1, of: "initiator" }], onEmpty: { do: "incident" } }
        : node,
    ),
  },
  MISSING_DEFAULT: {
    ...quote,
    edges: quote.edges.map((edge) =>
      edge.from === branch.id && edge.on.kind === "default"
        ? { ...edge, on: { kind: "when", when: "record.total > 1", order: 99 } }
        : edge,
    ),
  },
  WIRE_NEVER_TAKEN: {
    ...quote,
    edges: [
      ...quote.edges,
      { id: "odd", from: branch.id, to: approval.id, on: { kind: "outcome", outcome: "approved" } },
    ],
  },
};

describe("a fix that is pressed", () => {
  it.each([
    { code: "NO_TIME_LIMIT", does: "giveTime" },
    { code: "NOBODY_MAY_BE_FOUND", does: "askAdmins" },
    { code: "MISSING_DEFAULT", does: "lastIsDefault" },
    { code: "WIRE_NEVER_TAKEN", does: "removeWire" },
  ] as const)("$code is gone, and nothing else comes of it", ({ code, does }) => {
    const definition = processDefinitionSchema.parse(JSON.parse(JSON.stringify(wrong[code])));
    const findings = checkDefinition(definition);
    const at = findings.find((finding) => finding.code === code);
    const fix = at && elementFix(definition, at);
    expect(fix?.does).toBe(does);
    const after = fix?.edit(definition).definition ?? definition;
    expect(processDefinitionSchema.safeParse(after).success).toBe(true);
    const codes = (of: readonly { readonly code: string }[]) => of.map((finding) => finding.code).toSorted();
    expect(codes(checkDefinition(after))).toEqual(codes(findings.filter((finding) => finding !== at)));
  });

  it("is not offered where only a person can tell what is right", () => {
    expect(
      elementFix(quote, {
        severity: "error",
        code: "WAY_BACK_UNBOUNDED",
        message: { en: "", zh: "" },
        node: approval.id,
      }),
    ).toBeNull();
    expect(
      elementFix(quote, { severity: "error", code: "MISSING_DEFAULT", message: { en: "", zh: "" }, node: "gone" }),
    ).toBeNull();
  });
});
