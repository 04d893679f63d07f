import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isEnterable } from "./isEnterable.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-enter-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("isEnterable", () => {
  it.each([
    { name: "an open folder", mode: 0o755, inside: "open", expected: true },
    { name: "a folder that may be entered but not listed", mode: 0o711, inside: "dark", expected: true },
    { name: "a private folder", mode: 0o700, inside: "private", expected: false },
    { name: "what does not exist yet below a private folder", mode: 0o750, inside: "group/later/on", expected: false },
    { name: "what does not exist yet below an open folder", mode: 0o755, inside: "public/later", expected: true },
  ])("$name: $expected", ({ mode, inside, expected }) => {
    const made = join(folder, inside.split("/")[0] ?? "");
    mkdirSync(made);
    chmodSync(made, mode);

    expect(isEnterable(join(folder, inside))).toBe(expected);
  });
});
