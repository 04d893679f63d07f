import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./sourceFiles.ts";

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("the commands of package.json", () => {
  it("are all run by boot, with a program behind each", () => {
    const shown = Object.entries(scripts).filter(([name]) => !name.startsWith("run:"));
    for (const [name, command] of shown) expect(command).toBe(`node scripts/boot.mjs run:${name}`);
    for (const [name] of shown) expect(scripts[`run:${name}`]).toMatch(/^node --import tsx \S+\.ts$/);
  });
});
