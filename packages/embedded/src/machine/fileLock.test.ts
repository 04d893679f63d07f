import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tryLock, withLock } from "./fileLock.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("tryLock", () => {
  it("answers the living holder with its note", () => {
    const path = join(folder, "held");
    const lock = tryLock(path, "http://127.0.0.1:3000");

    expect(tryLock(path)).toMatchObject({ pid: process.pid, note: "http://127.0.0.1:3000" });

    if ("release" in lock) lock.release();
    expect(tryLock(path)).toHaveProperty("release");
  });

  it.each([
    { name: "of a process that is gone", text: JSON.stringify({ pid: 2 ** 30, startedMark: "x", note: "" }) },
    {
      name: "of a process whose number another has now",
      text: JSON.stringify({ pid: process.pid, startedMark: "x", note: "" }),
    },
    { name: "that a crash cut off", text: '{"pid":' },
  ])("takes the lock $name", ({ text }) => {
    const path = join(folder, "stale");
    writeFileSync(path, text);

    expect(tryLock(path)).toHaveProperty("release");
    rmSync(path);
  });
});

describe("withLock", () => {
  it("lets nobody in while someone is inside, and the next after an error", async () => {
    const path = join(folder, "turns");
    const steps: string[] = [];
    const turn = (name: string): Promise<void> =>
      withLock(path, async () => {
        steps.push(`${name} in`);
        await new Promise(setImmediate);
        steps.push(`${name} out`);
        if (name === "a") throw new Error("a failed");
      });

    const results = await Promise.allSettled([turn("a"), turn("b"), turn("c")]);

    expect(results.map((result) => result.status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect(steps.filter((_, index) => index % 2 === 0).map((step) => step.replace("in", "out"))).toEqual(
      steps.filter((_, index) => index % 2 === 1),
    );
  });
});
