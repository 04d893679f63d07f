import { describe, expect, it } from "vitest";
import { onceAtATime } from "./onceAtATime.ts";

describe("what is pressed twice", () => {
  const pressed = () => {
    const underWay = new Set<string>();
    const done: string[] = [];
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const press = (what: string) =>
      onceAtATime(underWay, what, async () => {
        await answered;
        done.push(what);
        return what;
      });
    return { done, press, answer: () => answer() };
  };

  it("is done once while it is under way, and anything else beside it", async () => {
    const { done, press, answer } = pressed();
    const presses = [press("approve one"), press("approve one"), press("approve two")];
    answer();

    expect(await Promise.all(presses)).toEqual(["approve one", null, "approve two"]);
    expect(done).toEqual(["approve one", "approve two"]);
  });

  it("is done again once it was answered, or has failed", async () => {
    const { press, answer } = pressed();
    answer();
    expect([await press("approve"), await press("approve")]).toEqual(["approve", "approve"]);

    const underWay = new Set<string>();
    const failing = () => onceAtATime(underWay, "approve", () => Promise.reject(new Error("refused")));
    await expect(failing()).rejects.toThrow("refused");
    await expect(failing()).rejects.toThrow("refused");
  });
});
