import { describe, expect, it } from "vitest";
import { type BehaviourFlag, behaviourFlags } from "./behaviour-flags.ts";

describe("behaviourFlags", () => {
  it("numbers every flag once, in order, from 1", () => {
    const numbers = Object.values<BehaviourFlag>(behaviourFlags).map((flag) => flag.number);

    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
