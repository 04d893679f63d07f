import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { schemaFindings } from "./schemaFindings.ts";

const named = (en: string) => {
  const quote = aQuoteProcess();
  return {
    ...quote,
    nodes: quote.nodes.map((node) => (node.id === "manager" ? { ...node, name: { en, zh: "" } } : node)),
  };
};

describe("what the schema refuses", () => {
  it("is nothing at the longest name that fits", () => {
    expect(schemaFindings(named("x".repeat(400)))).toEqual([]);
  });

  it("is said at the setting: how long it may be", () => {
    expect(schemaFindings(named("x".repeat(401)))).toEqual([
      {
        severity: "error",
        code: "SETTING_INVALID",
        message: { en: "This is longer than 400 characters", zh: "超过 400 个字符" },
        node: "manager",
        path: ["name", "en"],
      },
    ]);
  });
});
