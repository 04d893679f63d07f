import { readDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { blankProcess } from "./blankProcess.ts";

describe("blankProcess", () => {
  it.each(["lifeCycle", "side"] as const)("is a whole %s process that can be saved at once", (kind) => {
    const definition = blankProcess({ key: "visit", name: { en: "Visit", zh: "拜访" }, kind, recordType: "customer" });
    expect(readDefinition(definition)).toEqual({ definition });
  });
});
