import { isCustomFieldKey } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { keyFrom } from "./keyFrom.ts";

describe("the key that a label suggests", () => {
  it.each([
    ["Visit rhythm", "c_visitRhythm"],
    ["  ERP   number ", "c_erpNumber"],
    ["2nd Café", "c_ndCafe"],
    ["Über-Größe", "c_ubergroe"],
  ])("%s is %s, which may be one", (label, key) => {
    expect(keyFrom(label)).toBe(key);
    expect(isCustomFieldKey(key)).toBe(true);
  });

  it("is none where there are no letters, and no longer than a key", () => {
    expect(keyFrom("地区 12")).toBe("");
    expect(isCustomFieldKey(keyFrom("a".repeat(80)))).toBe(true);
  });
});
